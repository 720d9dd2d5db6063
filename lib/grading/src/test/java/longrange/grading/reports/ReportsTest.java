package longrange.grading.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import longrange.exercises.toy.Scale;
import longrange.grading.Contract;
import longrange.grading.Outcome;
import longrange.grading.Status;
import longrange.grading.TestResult;
import longrange.grading.Verdict;
import longrange.grading.classroom.ToyClass;
import longrange.grading.diagnosis.Diagnosis;
import longrange.grading.submissions.Texts;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What readers of results are shown, and what they must not be shown.
class ReportsTest {
  private static final String EVIL =
      "<script>alert(1)</script><img src=x onerror=alert(2)>\" ' & \u001b[31mred\u001b[0m \u202etxt.exe \u0000";
  private static final Pattern TAG = Pattern.compile("<(/?[a-z][a-z0-9]*)");

  @TempDir Path folder;

  private Map<String, String> graded(String message, Diagnosis diagnosis, String name)
      throws Exception {
    ToyClass toys = new ToyClass(folder);
    toys.handIn(name + "/MyTotal.java", Texts.TOTAL);
    toys.handIn(name + "/MyScale.java", Texts.SCALE);
    toys.grade(
        "out",
        answer -> {
          Contract contract = answer.contract();
          boolean hidden = contract.type() == Scale.class;
          TestResult test =
              new TestResult(
                  "longrange.graders.toy." + (hidden ? "ScaleGrader" : "TotalGrader"),
                  "values",
                  "a title of " + contract.id(),
                  1,
                  Outcome.FAILED,
                  message,
                  Optional.of(diagnosis));
          return ToyClass.graded(
              new Verdict(
                  contract,
                  Status.WRONG,
                  "",
                  List.of(test),
                  List.of(message.equals(EVIL) ? EVIL : "a warning")));
        });
    return toys.reports("out");
  }

  private static final Diagnosis SUM = new Diagnosis("adds one", "One was added.");

  private static String page(Map<String, String> reports) {
    return reports.entrySet().stream()
        .filter(each -> each.getKey().startsWith("students"))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aStudentSeesWhatAVisibleTestTriedAndOnlyTitleAndHintOfAHiddenOne() throws Exception {
    String page = page(graded("tried: the input 4711", SUM, "li"));
    assertTrue(page.contains("a title of 0.1") && page.contains("a title of 0.2"), page);
    String hidden = page.substring(page.indexOf("id=\"e0-1\""), page.indexOf("id=\"e0-2\""));
    assertTrue(hidden.contains("One was added."), hidden);
    assertFalse(hidden.contains("4711"), hidden);
    String visible = page.substring(page.indexOf("id=\"e0-2\""));
    assertTrue(visible.contains("tried: the input 4711"), visible);
  }

  @Test
  void nothingAStudentWroteIsMarkup() throws Exception {
    Map<String, String> reports =
        graded(EVIL, new Diagnosis(EVIL, EVIL), "<img src=x onerror=alert(3)> li");
    List<String> allowed = tags(graded("tried", SUM, "plain"));
    for (String page : List.of(reports.getOrDefault("index.html", ""), page(reports))) {
      assertFalse(page.contains("<img") || page.contains("<script>alert"), page);
      assertFalse(page.contains("\u001b") || page.contains("\u202e") || page.contains("\u0000"));
      assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), page);
    }
    assertTrue(allowed.containsAll(tags(reports)), () -> tags(reports).toString());
  }

  private static List<String> tags(Map<String, String> reports) {
    return reports.entrySet().stream()
        .filter(each -> each.getKey().endsWith(".html"))
        .flatMap(each -> TAG.matcher(each.getValue()).results())
        .map(match -> match.group(1))
        .distinct()
        .sorted()
        .toList();
  }

  @Test
  void aPageMayRunItsOwnScriptOnlyAndAskNobody() throws Exception {
    Map<String, String> reports = graded("", SUM, "li");
    String students = page(reports);
    assertTrue(students.contains("default-src 'none'; style-src 'sha256-"), students);
    assertFalse(students.contains("script"), "a student's page runs nothing");
    String index = reports.getOrDefault("index.html", "");
    assertTrue(index.contains("default-src 'none'") && index.contains("script-src 'sha256-"));
    for (String page : List.of(students, index)) {
      assertFalse(Pattern.compile("(?i)https?:|//[a-z]|@import|url\\(").matcher(page).find(), page);
    }
  }

  @Test
  void aCellThatBeginsAFormulaIsText() throws Exception {
    for (String name : List.of("=1+1", "+1", "-1", "@x", "|calc", "%x", "\uFF1D1", " =1")) {
      assertEquals("'" + name, GradesCsv.neutral(name));
    }
    assertEquals("'=a b", GradesCsv.neutral("=a\tb"));
    assertEquals("O'Neil, \"Bo\"", GradesCsv.neutral("O'Neil, \"Bo\""));
    assertEquals("\u2400a", GradesCsv.neutral("\u0000a"));
  }

  @Test
  void namesComeBackFromTheTableAsTheyAre() throws Exception {
    String name = "O'Neil, \"Bo\"; Ünal";
    String csv = graded("", SUM, name).getOrDefault("grades.csv", "");
    try (CSVParser rows =
        CSVFormat.RFC4180.builder().setHeader().get().parse(new StringReader(csv))) {
      List<CSVRecord> all = rows.getRecords();
      assertEquals(1, all.size());
      assertEquals(name, all.getFirst().get("student"));
      assertEquals("WRONG", all.getFirst().get("0.1 status"));
      assertEquals("13", all.getFirst().get("of"));
    }
  }

  @Test
  void theDataSayUnderWhichConditionsTheyHold() throws Exception {
    JsonNode data =
        new ObjectMapper().readTree(graded("tried", SUM, "li").getOrDefault("results.json", ""));
    JsonNode conditions = data.path("conditions");
    assertEquals("none", conditions.path("isolation").asText());
    assertEquals("none", data.at("/students/0/exercises/0/isolation").asText());
    assertEquals(1, conditions.path("seed").asInt());
    assertEquals(Runtime.version().toString(), conditions.path("java").asText());
    for (String hash : List.of("contracts", "visibleTests", "hiddenTests")) {
      assertTrue(conditions.path(hash).asText().matches("[0-9a-f]{64}"), hash);
    }
    JsonNode test = data.at("/students/0/exercises/1/tests/0");
    assertEquals("tried", test.path("message").asText());
    assertEquals("adds one", test.path("misconception").asText());
    assertEquals("FAILED", test.path("outcome").asText());
  }

  @Test
  void theClassPageSaysWhatAnAnswerThrewThatNoMisconceptionExplains() throws Exception {
    ToyClass toys = new ToyClass(folder);
    toys.handIn("li/MyTotal.java", Texts.TOTAL);
    TestResult test =
        new TestResult("G", "m", "a title", 1, Outcome.ERROR, "It threw X\nat y", Optional.empty());
    toys.grade(
        "out",
        answer ->
            ToyClass.graded(
                new Verdict(answer.contract(), Status.WRONG, "", List.of(test), List.of())));
    String index = toys.reports("out").getOrDefault("index.html", "");
    assertTrue(index.contains("It threw X</li>"), index);
  }

  @Test
  void pagesOfStudentsWhoLeftAreGone() throws Exception {
    graded("", SUM, "li");
    Files.move(folder.resolve("in/li"), folder.resolve("in/wei"));
    Map<String, String> reports = graded("", SUM, "wei");
    assertEquals(
        List.of("students/wei.html"),
        reports.keySet().stream().filter(each -> each.startsWith("students")).toList());
  }

  @Test
  void studentsWhoDifferInCaseOrInSignsHavePagesOfTheirOwn() throws Exception {
    ToyClass toys = new ToyClass(folder);
    for (String name : List.of("Li", "li", "L-i", "L i", "CON", "…")) {
      toys.handIn(name + "/MyTotal.java", Texts.TOTAL);
    }
    toys.grade(
        "out",
        answer ->
            ToyClass.graded(
                new Verdict(answer.contract(), Status.WRONG, "", List.of(), List.of())));
    List<String> pages =
        toys.reports("out").keySet().stream()
            .filter(each -> each.startsWith("students"))
            .map(each -> each.toLowerCase(Locale.ROOT))
            .distinct()
            .toList();
    assertEquals(6, pages.size(), pages.toString());
    assertFalse(pages.contains("students/con.html"), pages.toString());
  }

  @Test
  void veryLongMessagesAreCutAndSaySo() {
    String cut = Html.paragraph("said", "x".repeat(5_000));
    assertTrue(cut.contains("1000 more characters are not shown"), cut);
  }
}
