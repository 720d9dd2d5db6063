package longrange.course.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import longrange.course.build.Refusal;
import org.junit.jupiter.api.Test;

class PipLogTest {
  private static Refusal refusalAfter(String... lines) {
    PipLog log = new PipLog();
    List.of(lines).forEach(log::line);
    Refusal refusal = log.refusal("pip", "pip.log");
    assertEquals(Refusal.MACHINE, refusal.code());
    return refusal;
  }

  @Test
  void packagesAreCounted() {
    PipLog log = new PipLog();
    log.line("Collecting anyio==4.16.0");
    log.line("  Downloading anyio-4.16.0-py3-none-any.whl");
    log.line("Collecting arrow==1.4.0");
    assertEquals(2, log.collected());
  }

  @Test
  void aMissingNetworkIsNamed() {
    String message =
        refusalAfter(
                "WARNING: Retrying after connection broken by 'NewConnectionError(...)'",
                "ERROR: Could not find a version that satisfies the requirement anyio==4.16.0")
            .getMessage();
    assertTrue(message.contains("is there a network?"), message);
    assertTrue(message.endsWith("pip.log"), message);
  }

  @Test
  void aForeignPackageIsRefusedAndNotTakenForAMissingNetwork() {
    String message =
        refusalAfter("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.")
            .getMessage();
    assertTrue(message.contains("hash differs"), message);
  }

  @Test
  void aFullDiskIsNamed() {
    assertEquals(
        Refusal.DISK_FULL,
        refusalAfter(
                "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device")
            .getMessage());
  }

  @Test
  void anythingElseIsQuoted() {
    String message = refusalAfter("ERROR: Something new").getMessage();
    assertTrue(message.contains("Something new"), message);
  }
}
