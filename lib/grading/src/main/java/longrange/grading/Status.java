package longrange.grading;

/// What became of one answer. It stands beside every score, so that a 0 always has a reason.
public enum Status {
  /// Every test that ran was passed.
  OK,
  /// At least one test failed.
  WRONG,
  /// Not attempted: blank, or every test met {@link longrange.exercises.Todo}.
  TODO,
  /// A test met the time limit, or the check was interrupted.
  TIMEOUT,
  /// It needed more memory than an answer has.
  MEMORY,
  /// It wrote or returned more than an answer may.
  OUTPUT,
  /// Its process ended before the tests did.
  CRASH,
  /// Two runs of it gave different values. There is no score.
  UNSTABLE,
  /// The answer does not compile.
  COMPILE,
  /// It compiles, and is not a class that can be made and used as the contract.
  API,
  /// It uses what an answer may not use, or the file is none that can be read.
  REJECTED,
  /// There is no answer to this exercise in the file.
  MISSING,
  /// The grader could not do its part. There is no score, and the answer is not to blame.
  INFRA;

  /// Whether a score belongs to it.
  public boolean isScored() {
    return this != UNSTABLE && this != INFRA;
  }
}
