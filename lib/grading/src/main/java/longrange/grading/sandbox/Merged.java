package longrange.grading.sandbox;

import java.util.List;
import longrange.grading.Contract;
import longrange.grading.Outcome;
import longrange.grading.Status;
import longrange.grading.TestResult;
import longrange.grading.Verdict;

/// The verdicts of several grader classes as one, as if they had been one check.
final class Merged {
  private Merged() {}

  /// Whether the next grader class is to be run: not after an answer that has ended.
  static boolean goesOn(Verdict verdict) {
    return switch (verdict.status()) {
      case OK, WRONG, TODO ->
          verdict.tests().stream().noneMatch(test -> test.outcome() == Outcome.NOT_RUN);
      default -> false;
    };
  }

  static Verdict of(Contract contract, List<Verdict> verdicts) {
    List<TestResult> tests = verdicts.stream().flatMap(each -> each.tests().stream()).toList();
    List<String> warnings =
        verdicts.stream().flatMap(each -> each.warnings().stream()).distinct().toList();
    return verdicts.stream()
        .filter(each -> !goesOn(each))
        .findFirst()
        .map(end -> new Verdict(contract, end.status(), end.message(), tests, warnings))
        .orElseGet(() -> spoken(contract, tests, warnings));
  }

  /// The rule of a single check.
  private static Verdict spoken(Contract contract, List<TestResult> tests, List<String> warnings) {
    if (tests.stream().allMatch(test -> test.outcome() == Outcome.PASSED)) {
      return new Verdict(contract, Status.OK, "", tests, warnings);
    }
    return tests.stream().allMatch(test -> test.outcome() == Outcome.TODO)
        ? new Verdict(contract, Status.TODO, "Not attempted.", tests, warnings)
        : new Verdict(contract, Status.WRONG, "", tests, warnings);
  }
}
