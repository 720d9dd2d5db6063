package longrange.grading.sandbox.wire;

/// What both sides hold each other to.
///
/// @param frame the bytes of one frame
/// @param depth how deep a value may be nested, and how deep calls may call back
public record Bounds(int frame, int depth) {
  /// Arrays and collections that one side may know of the other: each costs memory here.
  static final int OBJECTS = 200_000;

  /// Entries of one map or set. Their keys come from the other side, which may choose them so that
  /// they all collide.
  static final int ENTRIES = 10_000;

  /// Characters of a message, a name or a stack trace's line.
  static final int TEXT = 4_000;

  /// Frames of a stack trace that travel, from the innermost on.
  static final int STACK = 64;

  /// Causes of an exception that travel.
  static final int CAUSES = 8;
}
