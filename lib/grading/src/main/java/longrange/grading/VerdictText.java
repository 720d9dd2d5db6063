package longrange.grading;

import java.util.HashSet;
import java.util.Set;
import longrange.grading.diagnosis.Diagnosis;

/// A verdict as lines for a terminal.
final class VerdictText {
  private VerdictText() {}

  static String of(Verdict verdict) {
    Contract contract = verdict.contract();
    StringBuilder text = new StringBuilder();
    text.append(contract.id()).append("  ").append(contract.title()).append('\n');
    verdict.warnings().forEach(warning -> text.append("note: ").append(warning).append('\n'));
    boolean inATest =
        verdict.tests().stream().anyMatch(test -> test.message().equals(verdict.message()));
    if (!verdict.message().isEmpty() && !inATest) {
      text.append(verdict.message()).append('\n');
    }
    boolean ran = verdict.tests().stream().anyMatch(test -> test.outcome() != Outcome.NOT_RUN);
    if (ran) {
      Set<Diagnosis> said = new HashSet<>();
      verdict.tests().forEach(test -> append(text, test, said));
    }
    return text.append(verdict.totals()).toString();
  }

  private static void append(StringBuilder text, TestResult test, Set<Diagnosis> said) {
    text.append(
        "  %-7s %d/%d  %s%n"
            .formatted(test.outcome().label(), test.earned(), test.points(), test.title()));
    test.message().lines().forEach(line -> append(text, line));
    test.diagnosis()
        .map(found -> said.add(found) ? found.hint() : "as above")
        .ifPresent(hint -> append(text, "diagnosis: " + hint));
  }

  private static void append(StringBuilder text, String line) {
    text.append(" ".repeat(15)).append(line).append('\n');
  }
}
