package longrange.notebook;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import longrange.grading.Contract;
import longrange.grading.Outcome;
import longrange.grading.TestResult;
import longrange.grading.Verdict;
import longrange.grading.diagnosis.Diagnosis;

/// The verdict on an answer, as a page: the totals, then a table with one test a row. Each outcome
/// is a sign and a word, so that nothing is said by colour alone.
final class VerdictView {
  private static final String CELL = "text-align:left;vertical-align:top;padding:4px 16px 4px 0";

  private VerdictView() {}

  static View of(Verdict verdict) {
    Contract contract = verdict.contract();
    String html =
        """
        <div class="longrange-verdict" data-exercise="%s" data-status="%s" data-earned="%d" data-visible="%d">\
        <p style="margin:4px 0"><b>%s %s: %s</b></p>%s%s%s</div>\
        """
            .formatted(
                contract.id(),
                verdict.status(),
                verdict.earned(),
                verdict.visible(),
                contract.id(),
                Html.escape(contract.title()),
                Html.escape(verdict.totals()),
                notes(verdict),
                paragraph(verdict.message()),
                ran(verdict) ? table(verdict.tests()) : "");
    return new View(html, verdict.toString());
  }

  private static boolean ran(Verdict verdict) {
    return verdict.tests().stream().anyMatch(test -> test.outcome() != Outcome.NOT_RUN);
  }

  private static String notes(Verdict verdict) {
    return verdict.warnings().stream()
        .map(warning -> paragraph("Note: " + warning))
        .collect(Collectors.joining());
  }

  private static String paragraph(String words) {
    return words.isEmpty()
        ? ""
        : "<p style=\"margin:4px 0;white-space:pre-wrap\">" + Html.escape(words) + "</p>";
  }

  private static String table(List<TestResult> tests) {
    Set<Diagnosis> said = new HashSet<>();
    String rows = tests.stream().map(test -> row(test, said)).collect(Collectors.joining());
    return """
    <table style="border-collapse:collapse;margin:0"><thead><tr>\
    <th scope="col" style="%1$s">result</th><th scope="col" style="%1$s">points</th>\
    <th scope="col" style="%1$s">test</th></tr></thead><tbody>%2$s</tbody></table>\
    """
        .formatted(CELL, rows);
  }

  private static String row(TestResult test, Set<Diagnosis> said) {
    String diagnosis =
        test.diagnosis()
            .map(found -> "diagnosis: " + (said.add(found) ? found.hint() : "as above"))
            .orElse("");
    return """
    <tr data-test="%s" data-outcome="%s"><td style="%s;white-space:nowrap">%s</td>\
    <td style="%s;white-space:nowrap">%d of %d</td><td style="%s">%s%s%s</td></tr>\
    """
        .formatted(
            Html.escape(test.method()),
            test.outcome(),
            CELL,
            sign(test.outcome()),
            CELL,
            test.earned(),
            test.points(),
            CELL,
            Html.escape(test.title()),
            lines("message", test.message()),
            lines("diagnosis", diagnosis));
  }

  private static String lines(String kind, String words) {
    return words.isEmpty()
        ? ""
        : "<div data-kind=\"%s\" style=\"white-space:pre-wrap;margin-top:2px\">%s</div>"
            .formatted(kind, Html.escape(words));
  }

  /// Words first for those who listen; the sign and the colour say it again.
  private static String sign(Outcome outcome) {
    String sign =
        switch (outcome) {
          case PASSED -> "✓";
          case FAILED, ERROR -> "✗";
          case TODO -> "○";
          case TIMEOUT -> "◷";
          case NOT_RUN -> "–";
        };
    String colour =
        switch (outcome) {
          case PASSED -> "#009e73";
          case FAILED, ERROR, TIMEOUT -> "#d55e00";
          case TODO, NOT_RUN -> "#808080";
        };
    return "<b><span aria-hidden=\"true\" style=\"color:%s\">%s</span> %s</b>"
        .formatted(colour, sign, outcome.label());
  }
}
