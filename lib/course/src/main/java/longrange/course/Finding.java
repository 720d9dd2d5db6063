package longrange.course;

/// One thing that `doctor` looked at.
///
/// @param grade how it is
/// @param text what was found, and what to do where that is needed
record Finding(Grade grade, String text) {
  /// How a thing is.
  enum Grade {
    /// As it should be.
    GOOD("ok   "),
    /// The course works; a part of it is missing or slow.
    FAIR("look "),
    /// The course does not work like this.
    BAD("fails");

    private final String label;

    Grade(String label) {
      this.label = label;
    }
  }

  static Finding good(String text) {
    return new Finding(Grade.GOOD, text);
  }

  static Finding fair(String text) {
    return new Finding(Grade.FAIR, text);
  }

  static Finding bad(String text) {
    return new Finding(Grade.BAD, text);
  }

  @Override
  public String toString() {
    return grade.label + "  " + text;
  }
}
