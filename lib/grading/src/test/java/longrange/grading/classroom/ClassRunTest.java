package longrange.grading.classroom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import longrange.grading.Checker;
import longrange.grading.Status;
import longrange.grading.Verdict;
import longrange.grading.extraction.Answer;
import longrange.grading.submissions.Student;
import longrange.grading.submissions.Submission;
import longrange.grading.submissions.SubmissionFolder;
import longrange.grading.submissions.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ClassRunTest {
  private static final String GRADES =
      """
      student,id,email,0.1,0.1 status,0.2,0.2 status,total,of
      blank,,,0,MISSING,0,TODO,0,13
      broken,,,0,MISSING,0,COMPILE,0,13
      damaged,,,0,REJECTED,0,REJECTED,0,13
      half,,,7,OK,0,MISSING,7,13
      other,,,0,REJECTED,0,REJECTED,0,13
      right,,,7,OK,3,OK,10,13
      wrong,,,0,MISSING,0,WRONG,0,13
      """;

  @TempDir Path folder;

  @Test
  void everyStudentHasEveryResult() throws Exception {
    ToyClass toys = ToyClass.seven(folder);
    toys.grade("out");
    assertEquals(GRADES.replace("\n", "\r\n"), toys.reports("out").get("grades.csv"));
    assertFalse(Files.exists(toys.out("out").resolve("scratch")), "what was unpacked is gone");
  }

  @Test
  void theSameSubmissionsGiveTheSameBytes() throws Exception {
    ToyClass toys = ToyClass.seven(folder);
    toys.grade("one", ToyClass::inProcess, 1, 1);
    toys.grade("two", ToyClass::inProcess, 4, 1);
    assertEquals(toys.reports("one"), toys.reports("two"));
  }

  /// A kill leaves some first bytes of the journal: every number of whole lines, and places within.
  @Test
  void aRunThatWasKilledAnywhereLosesNothingAndGradesNothingTwice() throws Exception {
    ToyClass toys = ToyClass.seven(folder);
    toys.grade("whole");
    byte[] journal = Files.readAllBytes(toys.out("whole").resolve(ClassRun.JOURNAL));
    int examined = count(toys, "again", new byte[0]);
    Random random = new Random(7);
    for (int i = 0; i < 6; i++) {
      int length = random.nextInt(journal.length);
      for (int cut : new int[] {length, lineEnd(journal, length)}) {
        String out = "cut-" + cut;
        byte[] left = Arrays.copyOf(journal, cut);
        assertEquals(examined - examinedIn(left), count(toys, out, left), out);
        assertEquals(toys.reports("whole"), toys.reports(out), out);
      }
    }
  }

  private static int lineEnd(byte[] journal, int from) {
    int end = from;
    while (journal[end] != '\n') {
      end++;
    }
    return end + 1;
  }

  /// How many answers an examiner saw for the whole lines in these bytes.
  private static int examinedIn(byte[] journal) {
    String text = new String(journal, StandardCharsets.UTF_8);
    String whole = text.substring(0, text.lastIndexOf('\n') + 1);
    return (int)
        whole
            .lines()
            .skip(1)
            .filter(line -> !line.contains("MISSING") && !line.contains("REJECTED"))
            .count();
  }

  /// Grades with this much of a journal there already.
  ///
  /// @return how many answers were examined
  private static int count(ToyClass toys, String out, byte[] journal) throws Exception {
    Files.createDirectories(toys.out(out));
    if (journal.length > 0) {
      Files.write(toys.out(out).resolve(ClassRun.JOURNAL), journal);
    }
    AtomicInteger count = new AtomicInteger();
    toys.grade(
        out,
        answer -> {
          count.incrementAndGet();
          return ToyClass.inProcess(answer);
        });
    return count.get();
  }

  @Test
  void aFinishedRunIsNotGradedAgain() throws Exception {
    ToyClass toys = ToyClass.seven(folder);
    toys.grade("out");
    byte[] before = Files.readAllBytes(toys.out("out").resolve(ClassRun.JOURNAL));
    toys.grade(
        "out",
        _ -> {
          throw new AssertionError("nothing is left to grade");
        });
    assertArrayEquals(before, Files.readAllBytes(toys.out("out").resolve(ClassRun.JOURNAL)));
  }

  @Test
  void onlyWhatAStudentHandedInAnewIsGradedAnew() throws Exception {
    ToyClass toys = ToyClass.seven(folder);
    toys.grade("out");
    toys.handIn("wrong.java", Texts.TOTAL);
    Set<String> seen = new HashSet<>();
    toys.grade(
        "out",
        answer -> {
          synchronized (seen) {
            seen.add(answer.contract().id());
          }
          return ToyClass.inProcess(answer);
        });
    assertEquals(Set.of("0.2"), seen);
    String grades = toys.reports("out").getOrDefault("grades.csv", "");
    assertTrue(grades.contains("wrong,,,0,MISSING,3,OK,3,13"), grades);
  }

  @Test
  void whatTheGraderFailedAtIsTriedOnceMoreAndIsNoScore() throws Exception {
    ToyClass toys = new ToyClass(folder);
    toys.handIn("li.java", Texts.TOTAL);
    AtomicInteger attempts = new AtomicInteger();
    toys.grade(
        "out",
        _ -> {
          attempts.incrementAndGet();
          throw new IOException("no more processes");
        });
    assertEquals(2, attempts.get());
    String failed = toys.reports("out").getOrDefault("grades.csv", "");
    assertTrue(failed.contains("li,,,0,MISSING,,INFRA,,13"), failed);
    toys.grade("out");
    String graded = toys.reports("out").getOrDefault("grades.csv", "");
    assertTrue(graded.contains("li,,,0,MISSING,3,OK,3,13"), graded);
  }

  @Test
  void anUnstableAnswerHasNoScoreAndNoResultsOfTests() throws Exception {
    ToyClass toys = new ToyClass(folder);
    toys.handIn("li.java", Texts.TOTAL);
    toys.grade(
        "out",
        answer -> {
          var verdict = ToyClass.inProcess(answer).verdict();
          return ToyClass.graded(
              new Verdict(
                  verdict.contract(), Status.UNSTABLE, "Two values.", verdict.tests(), List.of()));
        });
    String grades = toys.reports("out").getOrDefault("grades.csv", "");
    assertTrue(grades.contains("li,,,0,MISSING,,UNSTABLE,,13"), grades);
    String data = toys.reports("out").getOrDefault("results.json", "");
    assertFalse(data.contains("PASSED"), data);
  }

  @Test
  void anotherRunsResultsAreNotGoneOnWith() throws Exception {
    ToyClass toys = ToyClass.seven(folder);
    toys.grade("out", ToyClass::inProcess, 2, 1);
    OtherRun refused =
        assertThrows(OtherRun.class, () -> toys.grade("out", ToyClass::inProcess, 2, 2));
    assertEquals(
        toys.out("out")
            + " holds results of a run with another seed (1). Give another --out, or delete that"
            + " folder.",
        refused.why());
  }

  /// By other known mistakes the same answers get other hints.
  @Test
  void anotherCatalogueIsAnotherRun() throws Exception {
    ToyClass toys = ToyClass.seven(folder);
    toys.grade("out");
    Path journal = toys.out("out").resolve(ClassRun.JOURNAL);
    String catalogue = "\"catalogue\":\"";
    Files.writeString(journal, Files.readString(journal).replaceFirst(catalogue + ".", catalogue));
    OtherRun refused = assertThrows(OtherRun.class, () -> toys.grade("out"));
    assertTrue(refused.why().contains("another catalogue of known mistakes."), refused::why);
  }

  /// Nobody knows what the lines below it hold for.
  @Test
  void aJournalWithADamagedFirstLineIsAnotherRuns() throws Exception {
    ToyClass toys = ToyClass.seven(folder);
    toys.grade("out");
    Path journal = toys.out("out").resolve(ClassRun.JOURNAL);
    String text = Files.readString(journal);
    for (String first : List.of("{\"java\":", "{}", "null", "")) {
      Files.writeString(journal, first + text.substring(text.indexOf('\n')));
      OtherRun refused = assertThrows(OtherRun.class, () -> toys.grade("out"), first);
      assertTrue(refused.why().startsWith("The first line of " + journal), refused::why);
    }
  }

  @Test
  void twoRunsDoNotWriteToOneFolder() throws Exception {
    ToyClass toys = new ToyClass(folder);
    toys.handIn("li.java", Texts.TOTAL);
    List<String> refusals = new CopyOnWriteArrayList<>();
    toys.grade(
        "out",
        answer -> {
          refusals.add(assertThrows(OtherRun.class, () -> toys.grade("out")).why());
          return ToyClass.inProcess(answer);
        });
    assertEquals(
        List.of("Another run is writing to " + toys.out("out") + ": wait for it."), refusals);
  }

  @Test
  void aDamagedLineOfTheJournalIsGradedAgain() throws Exception {
    ToyClass toys = ToyClass.seven(folder);
    toys.grade("out");
    var before = toys.reports("out");
    Path journal = toys.out("out").resolve(ClassRun.JOURNAL);
    Files.writeString(journal, Files.readString(journal).replaceFirst("\"right\"", "\"ri\0ht"));
    toys.grade("out");
    assertEquals(before, toys.reports("out"));
  }

  @Test
  void oneAnswersTroubleIsNotAnothers() throws Exception {
    ToyClass toys = ToyClass.seven(folder);
    toys.grade(
        "out",
        answer -> {
          if (answer.source().contains("sum + 1")) {
            throw new StackOverflowError();
          }
          return ToyClass.inProcess(answer);
        });
    String grades = toys.reports("out").getOrDefault("grades.csv", "");
    assertEquals(GRADES.replace("0,WRONG,0,13", ",INFRA,,13").replace("\n", "\r\n"), grades);
  }

  /// A file that cannot be read at all: the first bytes of a process's memory are nobody's.
  @Test
  void oneUnloadableFileLeavesTheOthersTheirGrades() throws Exception {
    ToyClass toys = ToyClass.seven(folder);
    SubmissionFolder read = SubmissionFolder.read(folder.resolve("in"), toys.out("out"));
    List<Submission> all = new ArrayList<>(read.submissions());
    Submission.Source source = new Submission.Source(Path.of("/proc/self/mem"), "MyTotal.java");
    all.addFirst(new Submission(new Student("aa", "aa", "", ""), List.of(source)));
    toys.grade(new SubmissionFolder(all, List.of()), "out", ToyClass::inProcess, 2, 1);
    assertEquals(
        GRADES.replace("blank,,,0,M", "aa,,,,INFRA,,INFRA,,13\nblank,,,0,M").replace("\n", "\r\n"),
        toys.reports("out").get("grades.csv"));
    String data = toys.reports("out").getOrDefault("results.json", "");
    assertTrue(data.contains("could not be read here (IOException)"), data);
  }

  @Test
  void aResultHasAFewWarningsAndNotThousands() throws Exception {
    ToyClass toys = new ToyClass(folder);
    toys.handIn("li.ipynb", Texts.notebook("int x = 1;\nx++;\n".repeat(300) + Texts.TOTAL));
    toys.grade("out");
    String data = toys.reports("out").getOrDefault("results.json", "");
    assertEquals(20, data.split("is not part of the answer", -1).length - 1);
  }

  /// A hundred students as much as ten: what is opened is closed again when its turn is over.
  @Test
  void fewSubmissionsAreOpenAtATime() throws Exception {
    ToyClass toys = new ToyClass(folder);
    for (int i = 0; i < 30; i++) {
      toys.handIn("s" + i + ".java", Texts.total("sum + " + i));
    }
    Set<Integer> open = new HashSet<>();
    Checker checker = Checker.standard().withGraders(ToyClass.ASSIGNMENT.graders());
    toys.grade(
        "out",
        (Answer answer) -> {
          synchronized (open) {
            Path scratch = toys.out("out").resolve("scratch");
            String[] now = scratch.toFile().list();
            open.add(now == null ? 0 : now.length);
          }
          return ToyClass.graded(checker.notRun(answer.contract(), Status.WRONG, ""));
        });
    assertTrue(open.stream().allMatch(n -> n <= 6), open.toString());
  }
}
