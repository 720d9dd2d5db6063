package longrange.grading;

/// A verdict as lines for a terminal.
final class VerdictText {
  private VerdictText() {}

  static String of(Verdict verdict) {
    Contract contract = verdict.contract();
    StringBuilder text = new StringBuilder();
    text.append(contract.id()).append("  ").append(contract.title()).append('\n');
    verdict.warnings().forEach(warning -> text.append("note: ").append(warning).append('\n'));
    boolean said =
        verdict.tests().stream().anyMatch(test -> test.message().equals(verdict.message()));
    if (!verdict.message().isEmpty() && !said) {
      text.append(verdict.message()).append('\n');
    }
    boolean ran = verdict.tests().stream().anyMatch(test -> test.outcome() != Outcome.NOT_RUN);
    if (ran) {
      verdict.tests().forEach(test -> append(text, test));
    }
    return text.append(verdict.totals()).toString();
  }

  private static void append(StringBuilder text, TestResult test) {
    text.append(
        "  %-7s %d/%d  %s%n"
            .formatted(test.outcome().label(), test.earned(), test.points(), test.title()));
    test.message().lines().forEach(line -> text.append(" ".repeat(15)).append(line).append('\n'));
  }
}
