package longrange.grading;

import java.util.ArrayList;
import java.util.List;

/// The result of checking one answer: per test what became of it, and the totals.
///
/// It is the same data at every door; {@link #toString()} is its form for a terminal.
///
/// @param contract the exercise
/// @param status what became of the answer as a whole
/// @param message why there is nothing better than this status, one or more lines; empty where the
///   tests speak for themselves
/// @param tests every test of the graders used, in their order
/// @param warnings what the reader of the answer should know, one sentence each
public record Verdict(
    Contract contract,
    Status status,
    String message,
    List<TestResult> tests,
    List<String> warnings) {

  public Verdict {
    message = TestResult.cut(message);
    tests = List.copyOf(tests);
    warnings = warnings.stream().map(TestResult::cut).toList();
  }

  /// The points of the passed tests.
  public int earned() {
    return tests.stream().mapToInt(TestResult::earned).sum();
  }

  /// The points of all tests that this check knew.
  public int visible() {
    return tests.stream().mapToInt(TestResult::points).sum();
  }

  /// The points of the exercise that this check could not give: they are graded on submission.
  public int onSubmission() {
    return Math.max(0, contract.points() - visible());
  }

  /// Whether every test was passed.
  public boolean passed() {
    return status == Status.OK;
  }

  /// The totals in one sentence.
  public String totals() {
    return onSubmission() == 0
        ? "%d of %s.".formatted(earned(), visible() == 1 ? "1 point" : visible() + " points")
        : "%d of %d visible points; %d more are graded on submission."
            .formatted(earned(), visible(), onSubmission());
  }

  /// The same verdict with these warnings in front of its own.
  public Verdict warned(List<String> more) {
    List<String> all = new ArrayList<>(more);
    all.addAll(warnings);
    return new Verdict(contract, status, message, tests, all);
  }

  /// The verdict for a terminal.
  @Override
  public String toString() {
    return VerdictText.of(this);
  }
}
