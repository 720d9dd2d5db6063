package longrange.grading.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What the sandbox asks of the machine before it is opened.
class MachineTest {
  @TempDir Path folder;

  private Path program(String name) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n");
    assertTrue(file.toFile().setExecutable(true));
    return file;
  }

  @Test
  void aProgramIsLookedForOnTheSearchPathToo() throws IOException {
    Path file = program("longrange-tool");
    assertEquals(
        Optional.of(file), SystemProgram.find("longrange-tool", "/nowhere:" + folder + ":"));
    assertEquals(Optional.empty(), SystemProgram.find("longrange-tool", "/nowhere"));
  }

  @Test
  void theSystemsOwnFoldersComeFirst() throws IOException {
    program("env");
    assertEquals(Optional.of(Path.of("/usr/bin/env")), SystemProgram.find("env", "" + folder));
  }

  /// A relative entry would be a folder of whoever's files one stands among.
  @Test
  void aRelativeEntryOfTheSearchPathIsLeftOut() throws IOException {
    program("longrange-tool");
    Path here = Path.of("").toAbsolutePath().relativize(folder.toAbsolutePath());
    assertEquals(Optional.empty(), SystemProgram.find("longrange-tool", here + ":."));
  }

  @Test
  @Timeout(20)
  void aTrialThatNeverEndsIsGivenUp() throws IOException {
    for (String endless : List.of("sleep 60", "while :; do echo x; done")) {
      Optional<String> why =
          Isolation.tried(List.of("/bin/sh", "-c", endless), Duration.ofSeconds(1));
      assertTrue(why.orElse("").contains("no end after 1 s"), why::toString);
    }
  }

  @Test
  void aTrialThatFailsSaysWhatItSaid() throws IOException {
    Optional<String> why =
        Isolation.tried(List.of("/bin/sh", "-c", "echo no namespaces; exit 1"), Duration.ofDays(1));
    assertTrue(why.orElse("").contains("does not work here: no namespaces."), why::toString);
    assertEquals(Optional.empty(), Isolation.tried(List.of("/bin/true"), Duration.ofDays(1)));
  }
}
