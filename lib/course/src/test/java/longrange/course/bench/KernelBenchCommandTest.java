package longrange.course.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import longrange.course.build.Refusal;
import longrange.course.build.Terminal;
import longrange.course.build.Tree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class KernelBenchCommandTest {
  @Test
  void noRoundsAreWrongUseAndNothingIsMade(@TempDir Path root) {
    var out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    KernelBenchCommand bench = new KernelBenchCommand(new Tree(root), new Terminal(out, false));
    new CommandLine(bench).parseArgs("--rounds", "0");
    Refusal refusal = assertThrows(Refusal.class, bench::call);
    assertEquals(Refusal.USAGE, refusal.code());
    assertFalse(Files.exists(root.resolve(".course")));
  }
}
