package longrange.grading.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import longrange.grading.Contract;
import longrange.grading.Outcome;
import longrange.grading.Status;
import longrange.grading.classroom.ClassResults;
import longrange.grading.classroom.ExerciseResult;
import longrange.grading.classroom.StudentResult;

/// A page for each student, to be handed back: what was tried, what came back, what to look at. Of
/// a hidden test it has the title, the outcome and the diagnosis, and nothing that a program
/// printed or returned.
final class StudentPages implements Report {
  static final String FOLDER = "students";

  private final Path folder;
  private final Map<String, Contract> contracts = new HashMap<>();
  private final int points;
  private final String isolation;
  private final Set<String> written = new HashSet<>();

  StudentPages(ClassResults results, Path out) {
    folder = out.resolve(FOLDER);
    results.assignment().exercises().forEach(each -> contracts.put(each.id(), each));
    points = results.assignment().points();
    isolation = results.conditions().isolation();
  }

  /// The address of a student's page, seen from the folder of results.
  static String address(StudentResult student) {
    return FOLDER + "/" + student.page() + ".html";
  }

  @Override
  public void student(StudentResult result) throws IOException {
    String name = result.page() + ".html";
    written.add(name);
    try (NewFile file = new NewFile(folder.resolve(name))) {
      file.writer().write(page(result));
      file.finish();
    }
  }

  private String page(StudentResult result) {
    String name = result.student().name();
    String exercises = result.exercises().stream().map(this::section).collect(Collectors.joining());
    return Html.head("Results: " + name, "")
        + """
        <main>
        <header><h1>%s</h1>
        <p class="total"><strong>%s</strong> of %d points</p></header>
        <table class="summary"><caption>Exercises</caption>
        <thead><tr><th scope="col">exercise</th><th scope="col">points</th><th scope="col">result</th></tr></thead>
        <tbody>
        %s</tbody></table>
        %s<p>Every answer ran in a process of its own (isolation: %s).</p>
        </main>
        """
            .formatted(
                Html.text(name),
                Words.score(result.total()),
                points,
                result.exercises().stream().map(this::row).collect(Collectors.joining()),
                exercises,
                Html.text(isolation))
        + Html.foot("");
  }

  private String title(ExerciseResult exercise) {
    Contract contract = contracts.get(exercise.exercise());
    return exercise.exercise() + (contract == null ? "" : " " + contract.title());
  }

  private static String anchor(ExerciseResult exercise) {
    return "e" + exercise.exercise().replaceAll("\\W", "-");
  }

  private String row(ExerciseResult exercise) {
    return """
    <tr><td><a href="#%s">%s</a></td><td class="number">%s of %d</td><td><span class="status %s">%s</span></td></tr>
    """
        .formatted(
            anchor(exercise),
            Html.text(title(exercise)),
            Words.score(exercise.score()),
            exercise.points(),
            Words.kind(exercise.status()),
            Words.label(exercise.status()));
  }

  private String section(ExerciseResult exercise) {
    String warnings =
        exercise.warnings().stream()
            .map(warning -> Html.paragraph("warning", "Note: " + warning))
            .collect(Collectors.joining());
    return """
    <section aria-labelledby="%1$s">
    <h2 id="%1$s">%2$s</h2>
    <p><span class="status %3$s">%4$s</span> <strong>%5$s</strong> of %6$d points. %7$s</p>
    %8$s%9$s%10$s</section>
    """
        .formatted(
            anchor(exercise),
            Html.text(title(exercise)),
            Words.kind(exercise.status()),
            Words.label(exercise.status()),
            Words.score(exercise.score()),
            exercise.points(),
            Words.meaning(exercise.status()),
            Html.paragraph("said", message(exercise)),
            warnings,
            tests(exercise));
  }

  /// What is said of the exercise as a whole, unless a visible test says it below.
  private static String message(ExerciseResult exercise) {
    boolean repeated =
        exercise.tests().stream()
            .anyMatch(test -> !test.hidden() && test.message().equals(exercise.message()));
    return repeated || exercise.status() == Status.TODO ? "" : exercise.message();
  }

  private static String tests(ExerciseResult exercise) {
    List<ExerciseResult.Test> tests = exercise.tests();
    if (tests.stream().allMatch(test -> test.outcome() == Outcome.NOT_RUN)) {
      return "";
    }
    Set<String> said = new HashSet<>();
    return "<ol class=\"tests\">\n"
        + tests.stream().map(test -> test(test, said)).collect(Collectors.joining())
        + "</ol>\n";
  }

  /// @param said the diagnoses above
  private static String test(ExerciseResult.Test test, Set<String> said) {
    String hint = test.hint().isEmpty() || said.add(test.hint()) ? test.hint() : "as above.";
    return """
    <li class="%s"><p class="claim"><span class="outcome"><span aria-hidden="true">%s</span> %s</span> \
    <span class="points">%d of %d</span> %s%s</p>
    %s%s</li>
    """
        .formatted(
            Words.kind(test.outcome()),
            Words.sign(test.outcome()),
            Words.label(test.outcome()),
            test.earned(),
            test.points(),
            Html.text(test.title()),
            test.hidden() ? " <span class=\"hidden\">run on submission only</span>" : "",
            test.hidden() ? "" : Html.paragraph("said", test.message()),
            Html.paragraph("hint", hint));
  }

  /// Pages of students who are not in the class any more go.
  @Override
  public void finish() throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> pages = Files.list(folder)) {
      for (Path page : pages.toList()) {
        if (!written.contains(page.getFileName().toString())) {
          Files.delete(page);
        }
      }
    }
  }

  @Override
  public void close() {}
}
