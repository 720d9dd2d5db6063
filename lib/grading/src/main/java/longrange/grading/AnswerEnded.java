package longrange.grading;

/// An answer that runs elsewhere is no longer there: its time, its memory or its process has ended.
///
/// Thrown by every further call of it. The test in which it is thrown is the last one.
public final class AnswerEnded extends Error {
  private static final long serialVersionUID = 1L;

  private final Status status;

  /// @param status what this makes of the whole answer
  /// @param message why, in a sentence for the student
  public AnswerEnded(Status status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  /// What this makes of the whole answer.
  public Status status() {
    return status;
  }

  /// What became of the test in which it ended.
  Outcome outcome() {
    return status == Status.TIMEOUT ? Outcome.TIMEOUT : Outcome.ERROR;
  }

  /// Why, in a sentence for the student.
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
