package longrange.battery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import longrange.grading.Status;
import longrange.grading.sandbox.Graded;
import longrange.grading.sandbox.Isolation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What each kind of isolation holds, and that it ends with the grader.
class IsolationTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Hostile RIGHT = Hostile.witness("right", "right", "", Status.OK);

  @BeforeAll
  static void needsBubblewrap() {
    Bubblewrap.need();
  }

  @ParameterizedTest
  @EnumSource(Isolation.class)
  void aRightAnswerHasFullMarksAndSaysHowItWasRun(Isolation isolation) throws IOException {
    try (Grading grading = Grading.open(isolation, 1)) {
      Graded graded = grading.grade(RIGHT);
      assertEquals(4, graded.verdict().earned(), graded.verdict()::toString);
      assertEquals(isolation, graded.isolation());
    }
  }

  @ParameterizedTest
  @EnumSource(Isolation.class)
  void anExitIsNoSuccess(Isolation isolation) throws IOException {
    try (Grading grading = Grading.open(isolation, 1)) {
      Graded graded =
          grading.grade(Hostile.witness("exit", "exit", "System.exit(0);", Status.CRASH));
      assertEquals(Status.CRASH, graded.verdict().status());
    }
  }

  /// So the battery's searches can find something, and it is bubblewrap that keeps them from it.
  @Test
  void withoutIsolationTheSearchesFindSomething() throws IOException {
    List<Hostile> searches =
        Hostile.all().stream()
            .filter(attack -> List.of("36", "37", "40", "41").contains(attack.number()))
            .toList();
    assertEquals(4, searches.size());
    try (Grading grading = Grading.open(Isolation.NONE, 1)) {
      for (Hostile search : searches) {
        Graded graded = grading.grade(search);
        assertTrue(graded.output().contains("LEAK"), () -> search + "\n" + graded.output());
      }
    }
  }

  @Test
  void aCheckoutThatOnlyItsOwnerCanEnterIsNoHindrance(@TempDir Path folder) throws IOException {
    Path closed = Files.createDirectory(folder.resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    try (Grading grading = Grading.open(Isolation.BWRAP, 1, closed.resolve("workspace"))) {
      assertEquals(4, grading.grade(RIGHT).verdict().earned());
    }
  }

  @Test
  void aKilledGraderLeavesNoProcessAndTheNextOneSweepsItsFiles() throws Exception {
    Process grader =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                EndlessGrading.class.getName())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(grader.getInputStream(), StandardCharsets.UTF_8))) {
      assertEquals("begun", said.readLine());
      assertTrue(hasProcesses(grader.pid(), true), "it runs no answers");
    } finally {
      grader.destroyForcibly().waitFor();
    }
    assertTrue(hasProcesses(grader.pid(), false), "its answers still run");
    assertFalse(Leftovers.of(grader.pid()).files().isEmpty(), "it could not tidy up");
    Grading.open(Isolation.BWRAP, 1).close();
    assertTrue(Leftovers.of(grader.pid()).files().isEmpty(), "the next one does");
  }

  /// Waits until a grader has processes, or has none.
  private static boolean hasProcesses(long grader, boolean some) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (Leftovers.of(grader).processes().isEmpty() == some) {
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.sleep(50);
    }
    return true;
  }
}
