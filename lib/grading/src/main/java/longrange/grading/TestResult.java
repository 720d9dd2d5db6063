package longrange.grading;

/// What became of one test.
///
/// @param grader the grader class's name
/// @param method the test method's name
/// @param title the test's display name, a sentence
/// @param points what it is worth
/// @param outcome what became of it
/// @param message what was tried, expected and observed; empty for a passed test
public record TestResult(
    String grader, String method, String title, int points, Outcome outcome, String message) {

  /// All points or none.
  public int earned() {
    return outcome == Outcome.PASSED ? points : 0;
  }

  TestResult with(Outcome outcome, String message) {
    return new TestResult(grader, method, title, points, outcome, message);
  }
}
