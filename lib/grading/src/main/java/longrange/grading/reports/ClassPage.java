package longrange.grading.reports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import longrange.grading.Contract;
import longrange.grading.Outcome;
import longrange.grading.Status;
import longrange.grading.classroom.ClassResults;
import longrange.grading.classroom.Conditions;
import longrange.grading.classroom.ExerciseResult;
import longrange.grading.classroom.StudentResult;

/// The instructor's page: the class as a table to search and sort, then each exercise with what its
/// tests found. The table is whole without the script, which only searches and sorts it.
final class ClassPage implements Report {
  static final String FILE = "index.html";
  private static final int LONGEST_NOTE = 300;
  private static final String SCRIPT = Html.resource("class.js");

  private final NewFile file;
  private final ItemAnalysis analysis;
  private final List<Contract> exercises;
  private final int points;

  ClassPage(ClassResults results, ItemAnalysis analysis, Path out) throws IOException {
    this.file = new NewFile(out.resolve(FILE));
    this.analysis = analysis;
    this.exercises = results.assignment().exercises();
    this.points = results.assignment().points();
    write(Html.head("Results of the class", SCRIPT));
    write("<main class=\"wide\">\n<header><h1>Results of the class</h1>\n");
    write(summary(results.conditions()));
    write("</header>\n" + controls() + tableHead());
  }

  private void write(String html) throws IOException {
    file.writer().write(html);
  }

  private String summary(Conditions conditions) {
    String mean =
        "%s, mean %s of %d points%s."
            .formatted(
                Words.count(analysis.students(), "student", "students"),
                Words.mean(analysis.mean()),
                points,
                analysis.graded() == analysis.students()
                    ? ""
                    : " (of the %d with a total)".formatted(analysis.graded()));
    return Html.paragraph("total", mean)
        + isolation(conditions)
        + warning(Status.INFRA, "not graded yet: give the same command again, it tries these only")
        + warning(Status.UNSTABLE, "without a score: a second run gave other values")
        + downloads();
  }

  private static String isolation(Conditions conditions) {
    return switch (conditions.isolation()) {
      case "bwrap" -> "";
      case "rlimits" ->
          Html.paragraph(
              "warning",
              "Graded with limits only (--isolation rlimits): the answers could read this"
                  + " machine's files and use its network.");
      default ->
          Html.paragraph(
              "warning",
              "Graded without isolation (--isolation none): the answers could do whatever the"
                  + " grader may do.");
    };
  }

  private String warning(Status status, String what) {
    int count = analysis.count(status);
    return count == 0
        ? ""
        : Html.paragraph("warning", Words.count(count, "answer", "answers") + " " + what + ".");
  }

  private static String downloads() {
    return """
    <p><a href="%s">grades.csv</a> <a href="%s">results.json</a> <a href="#items">Item analysis</a></p>
    """
        .formatted(GradesCsv.FILE, ResultsJson.FILE);
  }

  private static String controls() {
    String options =
        Stream.of(Status.values())
            .map(
                status -> "<option value=\"%s\">%s</option>".formatted(status, Words.label(status)))
            .collect(Collectors.joining());
    return """
    <form class="controls" role="search" hidden>
    <label>Search <input type="search" name="words" placeholder="a name, a diagnosis, a note"></label>
    <label>Result <select name="status"><option value="">any</option>%s</select></label>
    <output name="shown" aria-live="polite"></output>
    </form>
    """
        .formatted(options);
  }

  private String tableHead() {
    String columns =
        exercises.stream()
            .map(each ->
                "<th scope=\"col\" data-sort=\"number\" title=\"%s\">%s <small>of %d</small></th>"
                    .formatted(Html.text(each.title()), each.id(), each.points()))
            .collect(Collectors.joining());
    return """
    <div class="scroll"><table class="class"><caption>Students</caption>
    <thead><tr><th scope="col" data-sort="text">student</th>%s<th scope="col" data-sort="number">total <small>of %d</small></th><th scope="col">what to know</th></tr></thead>
    <tbody>
    """
        .formatted(columns, points);
  }

  @Override
  public void student(StudentResult result) throws IOException {
    String statuses =
        result.exercises().stream()
            .map(each -> each.status().name())
            .collect(Collectors.joining(" "));
    write(
        """
        <tr data-status="%s"><th scope="row"><a href="%s">%s</a>%s</th>%s<td class="number"><strong>%s</strong></td><td>%s</td></tr>
        """
            .formatted(
                statuses,
                StudentPages.address(result),
                Html.text(result.student().name()),
                identity(result),
                result.exercises().stream().map(ClassPage::cell).collect(Collectors.joining()),
                Words.score(result.total()),
                notes(result)));
  }

  private static String identity(StudentResult result) {
    String id = result.student().id();
    return id.isEmpty() ? "" : " <small>" + Html.text(id) + "</small>";
  }

  private static String cell(ExerciseResult exercise) {
    String word =
        exercise.status() == Status.OK || exercise.status() == Status.WRONG
            ? ""
            : " <small>" + Words.label(exercise.status()) + "</small>";
    int share =
        exercise.score().isEmpty() || exercise.points() == 0
            ? 0
            : 10 * exercise.score().getAsInt() / exercise.points();
    return "<td class=\"number %s s%d\">%s%s</td>"
        .formatted(Words.kind(exercise.status()), share, Words.score(exercise.score()), word);
  }

  /// What an instructor wants to know without a click: misconceptions, why something was not run,
  /// warnings. What holds of several exercises is said once.
  private static String notes(StudentResult result) {
    Map<String, List<String>> notes = new LinkedHashMap<>();
    for (ExerciseResult exercise : result.exercises()) {
      Stream.of(
              exercise.misconceptions().stream().map(each -> "“" + each + "”"),
              reason(exercise).stream(),
              exercise.warnings().stream())
          .flatMap(Function.identity())
          .forEach(
              note -> notes.computeIfAbsent(note, _ -> new ArrayList<>()).add(exercise.exercise()));
    }
    String items =
        notes.entrySet().stream()
            .map(each -> note(each.getKey(), each.getValue(), result.exercises().size()))
            .collect(Collectors.joining());
    return items.isEmpty() ? "" : "<ul class=\"notes\">" + items + "</ul>";
  }

  private static String note(String note, List<String> exercises, int all) {
    String about = exercises.size() == all ? "" : "<b>" + String.join(", ", exercises) + "</b> ";
    return "<li>" + about + Html.text(Characters.cut(note, LONGEST_NOTE)) + "</li>";
  }

  /// Of a wrong answer that no misconception explains, what it threw: a 0 may come of that alone.
  private static Optional<String> thrown(ExerciseResult exercise) {
    return exercise.misconceptions().isEmpty()
        ? exercise.tests().stream()
            .filter(test -> test.outcome() == Outcome.ERROR)
            .flatMap(test -> test.message().lines().limit(1))
            .findFirst()
        : Optional.empty();
  }

  /// Why an exercise was not run. That an answer is missing is said in its cell.
  private static Optional<String> reason(ExerciseResult exercise) {
    boolean plainlyMissing =
        exercise.status() == Status.MISSING
            && exercise.message().startsWith("There is no answer to " + exercise.exercise());
    return switch (exercise.status()) {
      case OK, TODO -> Optional.empty();
      case WRONG -> thrown(exercise);
      default ->
          exercise
              .message()
              .lines()
              .limit(2)
              .reduce((first, second) -> first + " " + second)
              .filter(_ -> !plainlyMissing);
    };
  }

  @Override
  public void finish() throws IOException {
    write("</tbody></table></div>\n<h2 id=\"items\">Item analysis</h2>\n");
    for (Contract contract : exercises) {
      write(ItemTable.of(contract, analysis.exercise(contract.id()), analysis.students()));
    }
    write("</main>\n" + Html.foot(SCRIPT));
    file.finish();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
