package longrange.course.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import longrange.course.build.Terminal;
import longrange.course.build.Tree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartUpCacheTest {
  @TempDir private Path root;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private Path cache() {
    return root.resolve(".course/cache/kernel.aot");
  }

  /// Trains with a shell in place of Java: `$0` is the file that it is to make.
  private void train(String script) throws IOException {
    var out = new PrintStream(said, true, StandardCharsets.UTF_8);
    new StartUpCache(new Tree(root), new Terminal(out, false))
        .train("kernel", file -> List.of("sh", "-c", script, file.toString()), List.of());
  }

  private long filesLeft() throws IOException {
    try (var files = Files.list(cache().resolveSibling(""))) {
      return files.count();
    }
  }

  @Test
  void aCacheIsMadeOnceForTheSameCommand() throws IOException {
    String counting = "echo x >> " + root + "/runs; cp " + root + "/runs \"$0\"";
    train(counting);
    train(counting);
    assertEquals("x\n", Files.readString(cache()));
    train(counting + " ");
    assertEquals("x\nx\n", Files.readString(cache()));
    assertEquals(2, filesLeft());
  }

  @Test
  void aRehearsalThatWasCutOffIsRunAgainAndItsHalfIsNeverUsed() throws IOException {
    String cutOffOnce =
        "echo half > \"$0\"; [ -e "
            + root
            + "/again ] || { touch "
            + root
            + "/again; kill -9 $$; }; echo whole > \"$0\"";
    train(cutOffOnce);
    assertFalse(Files.exists(cache()));
    train(cutOffOnce);
    assertEquals("whole\n", Files.readString(cache()));
    assertEquals(2, filesLeft());
  }

  @Test
  void aFailureIsSaidOnceAndNotTriedAgain() throws IOException {
    String failing = "echo x >> " + root + "/runs; exit 1";
    train(failing);
    train(failing);
    assertEquals("x\n", Files.readString(root.resolve("runs")));
    String words = said.toString(StandardCharsets.UTF_8);
    assertTrue(words.contains("could not be made"), words);
    assertTrue(words.contains(".course/logs/kernel-cache.log"), words);
  }
}
