package longrange.grading;

/// What became of one test.
public enum Outcome {
  /// The answer has the property: full points.
  PASSED("ok"),
  /// An assertion of the grader did not hold.
  FAILED("wrong"),
  /// The answer throws {@link longrange.exercises.Todo}: not attempted.
  TODO("todo"),
  /// The answer threw an exception or an error of its own.
  ERROR("error"),
  /// The test met the time limit or was interrupted.
  TIMEOUT("time"),
  /// A test after a time-out, or of an answer that could not be run at all.
  NOT_RUN("not run");

  private final String label;

  Outcome(String label) {
    this.label = label;
  }

  /// One or two words for a report.
  public String label() {
    return label;
  }
}
