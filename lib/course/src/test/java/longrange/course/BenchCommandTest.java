package longrange.course;

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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class BenchCommandTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--kernels gpu | --kernels is rows, vector or ejml, and not gpu.",
        "--against jax | --against is torch, rows, vector or ejml, and not jax.",
        "--against rows --profile | --against and --profile are two measurements: take one.",
        "--only-compare | --only-compare needs a peer: --against torch, for one.",
        "--torch python3 rnn | --torch is for --against torch: leave it out, or add that.",
        "--against torch --rounds 0 | --rounds is 0: need at least 1.",
        "--against torch --torch none | --torch names no program: none"
      })
  void wrongUseIsSaidBeforeAnythingIsBuilt(String line, String said, @TempDir Path root) {
    var out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    Verbs verbs = new Verbs(new Tree(root), new Terminal(out, false));
    BenchCommand bench = new BenchCommand(verbs.tree(), verbs.terminal());
    new CommandLine(bench, verbs).parseArgs(line.split(" "));
    Refusal refusal = assertThrows(Refusal.class, bench::call);
    assertEquals(Refusal.USAGE, refusal.code());
    assertEquals(said, refusal.getMessage());
    assertFalse(Files.exists(root.resolve(".course")));
  }
}
