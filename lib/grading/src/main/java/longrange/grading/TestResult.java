package longrange.grading;

import java.util.Optional;
import longrange.grading.diagnosis.Diagnosis;

/// What became of one test.
///
/// @param grader the grader class's name
/// @param method the test method's name
/// @param title the test's display name, a sentence
/// @param points what it is worth
/// @param outcome what became of it
/// @param message what was tried, expected and observed; empty for a passed test
/// @param diagnosis the misconception that the calls of this test show, where one is known
public record TestResult(
    String grader,
    String method,
    String title,
    int points,
    Outcome outcome,
    String message,
    Optional<Diagnosis> diagnosis) {

  /// More characters of a message than this nobody reads; a value in it may have millions.
  static final int LONGEST_MESSAGE = 4_000;

  public TestResult {
    message = cut(message);
  }

  /// A text with its end cut off where it is too long to be read.
  static String cut(String text) {
    return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE) + "…";
  }

  /// A test that has not been run.
  static TestResult planned(String grader, String method, String title, int points) {
    return new TestResult(grader, method, title, points, Outcome.NOT_RUN, "", Optional.empty());
  }

  /// All points or none.
  public int earned() {
    return outcome == Outcome.PASSED ? points : 0;
  }

  TestResult with(Outcome outcome, String message) {
    return new TestResult(grader, method, title, points, outcome, message, diagnosis);
  }

  TestResult with(Diagnosis found) {
    return new TestResult(grader, method, title, points, outcome, message, Optional.of(found));
  }
}
