package longrange.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import longrange.course.build.Terminal;
import longrange.course.build.Tree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

public class VerbsTest {
  @TempDir private Path root;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final StringWriter err = new StringWriter();

  /// The verbs of the command.
  public static Set<String> verbs() {
    return new TreeSet<>(
        line(Path.of("/nowhere"), new ByteArrayOutputStream()).getSubcommands().keySet());
  }

  private static CommandLine line(Path root, ByteArrayOutputStream out) {
    var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    return Main.commandLine(new Tree(root), new Terminal(stream, false));
  }

  private int course(String... arguments) {
    return line(root, out).setErr(new PrintWriter(err)).execute(arguments);
  }

  @Test
  void wrongUseIsTwo() {
    assertEquals(2, course("no-such-verb"));
    assertTrue(err.toString().startsWith("course: There is no verb no-such-verb"), err.toString());
    assertEquals(2, course("check"));
    assertEquals(2, course("check", "3.1", "--no-such-option"));
    assertEquals(2, course("check", "99.1"));
    assertEquals(2, course("check", "3.1", root.resolve("missing.java").toString()));
    assertEquals(2, course("run", "99"));
    assertEquals(2, course("lab", "--port", "seventy"));
  }

  @Test
  void aKernelThatIsNotThereIsAFailureAndItsCureIsNamed() {
    assertEquals(2, course("kernel"));
    assertEquals(2, course("kernel", "install", "--user", "--prefix", root.toString()));
    assertEquals(1, course("kernel", "doctor", "--prefix", root.toString()));
    assertEquals(0, course("kernel", "remove", "--prefix", root.toString()));
    String said = out.toString(StandardCharsets.UTF_8);
    assertTrue(said.contains("There is no kernel in " + root), said);
  }

  @Test
  void anUnreadableAnswerIsAFailureInOneSentence() throws IOException {
    Path notebook = Files.writeString(root.resolve("x.ipynb"), "{");
    assertEquals(1, course("check", "3.1", notebook.toString()));
  }

  @Test
  void gradeSaysWhatItCannotWorkWith() throws IOException {
    String in = Files.createDirectories(root.resolve("in")).toString();
    String out = root.resolve("out").toString();
    assertEquals(2, course("grade", in));
    assertEquals(2, course("grade", root.resolve("none").toString(), "--out", out));
    assertEquals(2, course("grade", in, "--out", out, "--isolation", "hope"));
    assertEquals(2, course("grade", in, "--out", out, "--isolation", "none", "--jobs", "0"));
    assertEquals(2, course("grade", in, "--out", out, "--isolation", "none", "--only", "99"));
    Files.writeString(root.resolve("file"), "");
    assertEquals(2, course("grade", in, "--out", root.resolve("file").toString()));
    assertEquals(2, course("grade", in, "--out", in));
    assertFalse(Files.exists(root.resolve("out")), "nothing was made");
  }

  @Test
  void helpIsThereForEveryVerb() {
    for (String verb : verbs()) {
      StringWriter help = new StringWriter();
      int code = line(root, out).setOut(new PrintWriter(help)).execute(verb, "--help");
      assertEquals(0, code, verb);
      assertTrue(help.toString().startsWith("Usage: course " + verb), help.toString());
    }
  }
}
