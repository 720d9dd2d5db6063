package longrange.grading.sandbox.wire;

/// What both sides hold each other to.
///
/// @param frame the bytes of one frame
/// @param depth how deep a value may be nested, and how deep calls may call back
public record Bounds(int frame, int depth) {
  /// The bytes that all arrays and collections together may have that are spoken of at a time. Who
  /// sends more is refused here; who is not refused, since it runs other code than this, is ended
  /// at twice as much.
  long kept() {
    return 8L * frame;
  }

  /// Arrays and collections that one side may know of the other: each costs memory here.
  static final int OBJECTS = 200_000;

  /// Entries of one map or set. Their keys come from the other side, which may choose them so that
  /// they all collide.
  static final int ENTRIES = 10_000;

  /// Characters of a message.
  static final int TEXT = 4_000;

  /// Characters of the name of a class, a method or a constant.
  static final int NAME = 300;

  /// Ancestors of an exception's class that travel, from itself on.
  static final int NAMES = 32;

  /// Frames of a stack trace that travel, from the innermost on.
  static final int STACK = 64;

  /// Causes of an exception that travel.
  static final int CAUSES = 8;
}
