package longrange.classroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import longrange.grading.Status;
import longrange.grading.sandbox.Isolation;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A class of sixty is graded in one command, killed on the way and taken up again; every status
/// and every score is what was known beforehand.
///
/// The ordinary suite grades every fifth of them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClassOfSixtyTest {
  private static final long SEED = 20_261_121;
  private static final int MINUTES = 20;

  /// A dash is no total, and less than any.
  private static final Comparator<String> NUMBERS =
      Comparator.comparingInt(text -> text.equals("–") ? -1 : Integer.parseInt(text));

  private final boolean whole = Boolean.getBoolean("longrange.slow");
  private Path folder = Path.of("");
  private GeneratedClass students = new GeneratedClass(List.of());
  private JsonNode results = new ObjectMapper().createObjectNode();

  @BeforeAll
  void grade(@TempDir Path temporary) throws IOException, InterruptedException {
    Optional<String> missing = Isolation.BWRAP.missing();
    if ("true".equals(System.getenv("CI"))) {
      assertEquals(Optional.empty(), missing);
    }
    Assumptions.assumeTrue(missing.isEmpty(), missing::toString);
    folder = temporary.toRealPath();
    GeneratedClass all = GeneratedClass.seeded(SEED);
    assertEquals(60, all.pupils().size());
    students = whole ? all : all.sample(5, SEED);
    students.write(folder.resolve("in"));
    GradeProcess grade = new GradeProcess(folder.resolve("tree"));
    killed(grade);
    long begun = System.nanoTime();
    run(grade, "out");
    double minutes = (System.nanoTime() - begun) / 60e9;
    results = new ObjectMapper().readTree(folder.resolve("out/results.json").toFile());
    System.out.printf(
        "%d students in %.1f min; seed %d%n", students.pupils().size(), minutes, SEED);
  }

  /// Starts the run and kills it after a few results.
  private void killed(GradeProcess grade) throws IOException, InterruptedException {
    Path said = folder.resolve("killed.txt");
    Path journal = folder.resolve("out/journal.jsonl");
    Process process = grade.start(said, arguments("out"));
    while (process.isAlive() && lines(journal) < 12) {
      Thread.sleep(20);
    }
    assertTrue(process.isAlive(), () -> "it ended by itself: " + text(said));
    process.destroyForcibly().waitFor();
  }

  private void run(GradeProcess grade, String out) throws IOException, InterruptedException {
    Path said = folder.resolve(out + ".txt");
    long before = lines(folder.resolve(out).resolve("journal.jsonl"));
    Process process = grade.start(said, arguments(out));
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      Assertions.fail("no end after " + MINUTES + " min: " + text(said));
    }
    assertEquals(0, process.exitValue(), () -> text(said));
    assertTrue(before == 0 || before >= 12, "the kill left results");
    assertEquals(
        1 + 4L * students.pupils().size(),
        lines(folder.resolve(out).resolve("journal.jsonl")),
        "each answer is graded once");
  }

  private String[] arguments(String out) {
    return new String[] {
      folder.resolve("in").toString(), "--out", folder.resolve(out).toString(), "--time", "4"
    };
  }

  private static long lines(Path file) throws IOException {
    if (!Files.exists(file)) {
      return 0;
    }
    return Files.readString(file).chars().filter(c -> c == '\n').count();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private JsonNode exercise(Pupil pupil, Planted planted) {
    return StreamSupport.stream(results.path("students").spliterator(), false)
        .filter(each -> each.path("name").asText().equals(pupil.name()))
        .flatMap(each -> StreamSupport.stream(each.path("exercises").spliterator(), false))
        .filter(each -> each.path("exercise").asText().equals(planted.exercise()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyStatusAndScoreIsTheOneThatWasKnown() {
    List<String> wrong = new ArrayList<>();
    for (Pupil pupil : students.pupils()) {
      for (Planted planted : pupil.answers()) {
        JsonNode got = exercise(pupil, planted);
        Status status = Status.valueOf(got.path("status").asText());
        boolean scored = status.isScored() && planted.expected().contains(status);
        if (!planted.expected().contains(status)
            || (scored && got.path("score").asInt(-1) != planted.score())
            || (!scored && !got.path("score").isNull())) {
          wrong.add(
              "%s, %s (%s) in %s: expected %s %d, got %s %s: %s"
                  .formatted(
                      pupil.name(),
                      planted.name(),
                      pupil.what(),
                      planted.exercise(),
                      planted.expected(),
                      planted.score(),
                      status,
                      got.path("score"),
                      got.path("message").asText().lines().findFirst().orElse("")));
        }
      }
    }
    assertEquals(List.of(), wrong, () -> String.join("\n", wrong));
  }

  /// Whether the mistakes are found, and called by their names. Some have no name: nobody has made
  /// them before. What is counted must not get worse.
  @Test
  void mistakesAreFoundAndMostAreCalledByTheirNames() {
    int found = 0;
    int diagnosable = 0;
    int named = 0;
    List<String> misnamed = new ArrayList<>();
    List<Planted> planted = planted();
    for (Planted each : planted) {
      JsonNode got = exercise(each);
      found += got.path("status").asText().equals("WRONG") ? 1 : 0;
      if (!each.isDiagnosable()) {
        continue;
      }
      diagnosable++;
      List<String> names = diagnoses(got, each);
      named += names.stream().anyMatch(each::isNamedBy) ? 1 : 0;
      names.stream()
          .filter(name -> !each.isNamedBy(name))
          .forEach(name -> misnamed.add(each.exercise() + " " + each.name() + ": " + name));
    }
    System.out.printf(
        "%d mistakes planted, %d found; of %d that their values could give away, %d named%n",
        planted.size(), found, diagnosable, named);
    System.out.printf("%d times by another name %s%n", misnamed.size(), misnamed);
    assertEquals(planted.size(), found);
    assertTrue(2 * named >= diagnosable, "more than half are named");
    assertTrue(misnamed.size() <= 2, misnamed::toString);
  }

  private List<Planted> planted() {
    return students.pupils().stream()
        .flatMap(pupil -> pupil.answers().stream())
        .filter(Mistakes.all()::contains)
        .toList();
  }

  private JsonNode exercise(Planted planted) {
    return students.pupils().stream()
        .filter(pupil -> pupil.answers().contains(planted))
        .map(pupil -> exercise(pupil, planted))
        .findFirst()
        .orElseThrow();
  }

  /// The diagnoses of an answer. That bad input is not refused is true of some beside their own
  /// mistake.
  private static List<String> diagnoses(JsonNode exercise, Planted planted) {
    boolean refuses = planted.source().contains("IllegalArgumentException");
    return StreamSupport.stream(exercise.path("tests").spliterator(), false)
        .filter(test -> !test.path("misconception").asText().isEmpty())
        .map(test -> test.path("misconception").asText() + " " + test.path("hint").asText())
        .filter(name -> refuses || !name.startsWith("Bad input"))
        .distinct()
        .toList();
  }

  @Test
  void aSecondRunGivesTheSameBytes() throws IOException, InterruptedException {
    run(new GradeProcess(folder.resolve("tree2")), "again");
    assertEquals(reports("out"), reports("again"));
  }

  private SortedMap<String, Integer> reports(String out) throws IOException {
    SortedMap<String, Integer> reports = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder.resolve(out))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        if (!file.endsWith("journal.jsonl")) {
          reports.put(
              folder.resolve(out).relativize(file).toString(),
              Arrays.hashCode(Files.readAllBytes(file)));
        }
      }
    }
    return reports;
  }

  @Test
  void noPageShowsWhatAnAttackerReadOrRunsWhatHeWrote() throws IOException {
    try (Stream<Path> pages = Files.walk(folder.resolve("out"))) {
      for (Path page : pages.filter(each -> each.toString().endsWith(".html")).toList()) {
        String text = Files.readString(page);
        assertFalse(text.contains(HostileAnswers.STOLEN), page::toString);
        assertFalse(text.contains("<script>alert") || text.contains("<img"), page::toString);
        assertFalse(text.contains("\u001b"), page::toString);
      }
    }
  }

  @Test
  void theInstructorSearchesAndSorts() {
    try (Chromium chromium = Chromium.start()) {
      Page page = chromium.open(folder.resolve("out/index.html"), 1280);
      Locator rows = page.locator("table.class tbody tr:visible");
      int all = students.pupils().size();
      assertEquals(all, rows.count());

      String name = students.pupils().getLast().name();
      page.getByLabel("Search").fill(name.toUpperCase(Locale.ROOT));
      // Each word is looked for in the whole row, so others may have it in what is said of them.
      List<String> found = rows.locator("a").allTextContents();
      assertTrue(found.contains(name) && found.size() < all, found.toString());
      assertEquals(found.size() + " of " + all, page.locator("output").textContent());

      page.getByLabel("Search").fill("");
      page.getByLabel("Result").selectOption("WRONG");
      long wrong =
          StreamSupport.stream(results.path("students").spliterator(), false)
              .filter(each -> each.path("exercises").findValuesAsText("status").contains("WRONG"))
              .count();
      assertEquals(wrong, rows.count());

      page.getByLabel("Result").selectOption("");
      Locator totals = rows.locator("td strong");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("total")).click();
      assertEquals(
          totals.allTextContents().stream().sorted(NUMBERS).toList(), totals.allTextContents());
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("total")).click();
      assertEquals(
          totals.allTextContents().stream().sorted(NUMBERS.reversed()).toList(),
          totals.allTextContents());
      assertEquals(List.of(), chromium.complaints());
    }
  }

  @Test
  void pagesFitANarrowWindowAndComplainOfNothing() throws IOException {
    try (Chromium chromium = Chromium.start();
        Stream<Path> pages = Files.walk(folder.resolve("out"))) {
      for (Path file : pages.filter(each -> each.toString().endsWith(".html")).toList()) {
        Page page = chromium.open(file, 390);
        assertEquals(390, page.evaluate("document.documentElement.scrollWidth"), file::toString);
        assertEquals(1, page.locator("h1").count());
        assertEquals(page.locator("table").count(), page.locator("table > caption").count());
        page.close();
      }
      assertEquals(List.of(), chromium.complaints());
    }
  }

  /// The hidden test of 3.1 uses a matrix that no visible one has.
  @Test
  void noStudentsPageShowsHiddenInputs() throws IOException {
    try (Stream<Path> pages = Files.list(folder.resolve("out/students"))) {
      for (Path page : pages.toList()) {
        assertFalse(Files.readString(page).contains("0.25]"), page::toString);
      }
    }
  }

  @Test
  void nothingIsLeftOutsideOfTheFolderOfResults() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      List<String> names = all.map(each -> each.getFileName().toString()).sorted().toList();
      assertTrue(
          List.of("again", "again.txt", "in", "killed.txt", "out", "out.txt", "tree", "tree2")
              .containsAll(names),
          names::toString);
    }
    assertFalse(Files.exists(folder.resolve("out/scratch")));
  }
}
