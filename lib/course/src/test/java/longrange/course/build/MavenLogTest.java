package longrange.course.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MavenLogTest {
  private final MavenLog log = new MavenLog();

  private Refusal refusalAfter(String... lines) {
    List.of(lines).forEach(log::module);
    return log.refusal(".course/logs/build.log");
  }

  @Test
  void aModuleIsNamedAsTheUserKnowsIt() {
    assertEquals(
        Optional.of("core (3 of 9)"),
        log.module("[INFO] Building longrange-core 1.0-SNAPSHOT                           [3/9]"));
    assertEquals(Optional.empty(), log.module("[INFO] Compiling 30 source files"));
    assertEquals("core (3 of 9)", log.module());
  }

  @Test
  void fetchedFilesAreCounted() {
    log.module("[INFO] Downloading from central: a.jar");
    log.module("[INFO] Downloaded from central: a.jar (1 kB at 2 kB/s)");
    log.module("[INFO] Downloaded from central: b.jar (1 kB at 2 kB/s)");
    assertEquals(2, log.fetched());
  }

  @Test
  void aCompileErrorIsAFailureThatShowsTheError() {
    Refusal refusal =
        refusalAfter(
            "[INFO] Building longrange-core 1.0-SNAPSHOT [3/9]",
            "[ERROR] COMPILATION ERROR : ",
            "[ERROR] /a/Rnn.java:[3,9] ';' expected",
            "[ERROR] /a/Rnn.java:[3,9] ';' expected",
            "[ERROR] -> [Help 1]",
            "[ERROR] Re-run Maven using the -X switch");
    assertEquals(Refusal.FAILED, refusal.code());
    assertTrue(refusal.getMessage().contains("core (3 of 9)"), refusal.getMessage());
    assertEquals(
        1, refusal.getMessage().split("';' expected", -1).length - 1, refusal.getMessage());
    assertFalse(refusal.getMessage().contains("Help 1"), refusal.getMessage());
    assertTrue(refusal.getMessage().endsWith(".course/logs/build.log"), refusal.getMessage());
  }

  @Test
  void aWarningThatStopsTheBuildIsShown() {
    Refusal refusal =
        refusalAfter("[WARNING] /a/Rnn.java:[3,9] [rawtypes] found raw type", "[ERROR] warnings");
    assertTrue(refusal.getMessage().contains("found raw type"), refusal.getMessage());
  }

  @Test
  void aMissingNetworkIsTheMachines() {
    Refusal refusal =
        refusalAfter("[ERROR] Could not transfer artifact x:y from/to central: Unknown host");
    assertEquals(Refusal.MACHINE, refusal.code());
    assertTrue(refusal.getMessage().contains("network"), refusal.getMessage());
  }

  @Test
  void aFullDiskIsTheMachinesAndSaysSoBeforeAnythingElse() {
    Refusal refusal =
        refusalAfter(
            "[ERROR] Could not transfer artifact x:y", "[ERROR] a.jar: No space left on device");
    assertEquals(Refusal.MACHINE, refusal.code());
    assertEquals(Refusal.DISK_FULL, refusal.getMessage());
  }

  @Test
  void manyErrorsAreCutAndCounted() {
    for (int i = 0; i < 20; i++) {
      log.module("[ERROR] error number " + i + ".");
    }
    assertEquals(13, log.summary().size());
    assertEquals("… and 8 more", log.summary().getLast());
  }
}
