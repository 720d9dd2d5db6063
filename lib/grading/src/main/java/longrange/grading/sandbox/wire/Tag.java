package longrange.grading.sandbox.wire;

/// The first byte of a frame, and of a value in it.
final class Tag {
  // Frames.
  static final int CALL = 1;
  static final int RETURN = 2;
  static final int THROW = 3;
  static final int REFUSED = 4;
  static final int LOAD = 5;
  static final int READY = 6;
  static final int BYE = 7;

  // Values.
  static final int NULL = 0;
  static final int BOOLEAN = 1;
  static final int BYTE = 2;
  static final int SHORT = 3;
  static final int CHAR = 4;
  static final int INT = 5;
  static final int LONG = 6;
  static final int FLOAT = 7;
  static final int DOUBLE = 8;
  static final int STRING = 9;
  static final int ENUM = 10;
  static final int RECORD = 11;

  /// An array or a collection that both sides know by number.
  static final int SHARED = 12;

  /// A function of the sender.
  static final int FUNCTION = 13;

  /// A function of the receiver that comes home.
  static final int HOME = 14;

  // Kinds of shared objects.
  static final int ARRAY = 1;
  static final int LIST = 2;
  static final int SET = 3;
  static final int MAP = 4;

  private Tag() {}
}
