package longrange.grading.reports;

import java.util.stream.Collectors;
import longrange.grading.Contract;
import longrange.grading.Outcome;

/// One exercise over the class: how it ended how often, and how often each test was passed.
final class ItemTable {
  private static final int STEPS = 20;

  private ItemTable() {}

  static String of(Contract contract, ItemAnalysis.Exercise exercise, int students) {
    String statuses =
        exercise.statuses().entrySet().stream()
            .map(each ->
                "<span class=\"status %s\">%s %d</span>"
                    .formatted(
                        Words.kind(each.getKey()), Words.label(each.getKey()), each.getValue()))
            .collect(Collectors.joining(" "));
    return """
    <section><h3>%s %s</h3>
    <p>Mean %s of %d points. %s</p>
    <div class="scroll"><table class="items"><caption>Tests of %s</caption>
    <thead><tr><th scope="col">test</th><th scope="col">points</th><th scope="col" colspan="2">passed</th><th scope="col">not passed</th><th scope="col">error, too slow</th><th scope="col">not attempted, not run</th></tr></thead>
    <tbody>
    %s</tbody></table></div>
    %s</section>
    """
        .formatted(
            contract.id(),
            Html.text(contract.title()),
            Words.mean(exercise.mean()),
            contract.points(),
            statuses,
            contract.id(),
            exercise.tests().stream()
                .map(item -> row(item, students))
                .collect(Collectors.joining()),
            misconceptions(exercise));
  }

  private static String misconceptions(ItemAnalysis.Exercise exercise) {
    if (exercise.misconceptions().isEmpty()) {
      return "";
    }
    return """
    <div class="scroll"><table class="items"><caption>Misconceptions</caption>
    <thead><tr><th scope="col">answers</th><th scope="col">misconception</th><th scope="col">what their authors were told</th></tr></thead>
    <tbody>
    %s</tbody></table></div>
    """
        .formatted(
            exercise.misconceptions().stream()
                .map(each ->
                    "<tr><td class=\"number\">%d</td><th scope=\"row\">%s</th><td>%s</td></tr>\n"
                        .formatted(
                            each.getValue(),
                            Html.text(each.getKey()),
                            Html.text(exercise.hint(each.getKey()))))
                .collect(Collectors.joining()));
  }

  private static String row(ItemAnalysis.Item item, int students) {
    int passed = item.count(Outcome.PASSED);
    int share = students == 0 ? 0 : STEPS * passed / students;
    return """
    <tr><th scope="row">%s%s</th><td class="number">%d</td><td class="number">%d</td><td><span class="bar" aria-hidden="true"><span class="w%d"></span></span></td><td class="number">%d</td><td class="number">%d</td><td class="number">%d</td></tr>
    """
        .formatted(
            Html.text(item.test().title()),
            item.test().hidden() ? " <span class=\"hidden\">hidden</span>" : "",
            item.test().points(),
            passed,
            share,
            item.count(Outcome.FAILED),
            item.count(Outcome.ERROR, Outcome.TIMEOUT),
            item.count(Outcome.TODO, Outcome.NOT_RUN));
  }
}
