package longrange.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import longrange.kernel.Client.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Lines and cells that begin with `%`.
class MagicsTest {
  @TempDir private static Path folder;
  private static Client kernel;

  @BeforeAll
  static void start() throws Exception {
    for (String name : new String[] {"One", "Two", "Three"}) {
      Path classes = Files.createDirectories(folder.resolve("classes of " + name));
      Path source = Files.writeString(classes.resolve(name + ".java"), source(name));
      int code =
          ToolProvider.getSystemJavaCompiler()
              .run(null, null, null, "-d", classes.toString(), source.toString());
      assertEquals(0, code);
      Path jar = folder.resolve(name.toLowerCase(java.util.Locale.ROOT) + ".jar");
      try (JarOutputStream zip = new JarOutputStream(Files.newOutputStream(jar))) {
        zip.putNextEntry(new ZipEntry("added/" + name + ".class"));
        zip.write(Files.readAllBytes(classes.resolve("added/" + name + ".class")));
      }
    }
    Files.delete(folder.resolve("three.jar"));
    kernel = Client.start();
  }

  private static String source(String name) {
    return "package added; public class %s { public int loop(int n) { return n * n; } }"
        .formatted(name);
  }

  @AfterAll
  static void stop() {
    kernel.close();
  }

  @Test
  void jarsFoldersAndPatternsAreAddedToTheClassPath() {
    Answer jars = kernel.run("%classpath \"" + folder + "/*.jar\"");
    assertTrue(jars.printed("stdout").contains("2 jars"), jars.printed("stdout") + jars.error());
    // A class of the cell's that merges the added types' frames: the weaver has to look them up.
    Answer used =
        kernel.run(
            """
            import added.*;
            class Uses extends One {
              Object either(boolean b) { var x = b ? new One() : new Two(); return x; }
              @Override public int loop(int n) { int s = 0; for (int i = 0; i < n; i++) s += i; return s; }
            }
            new Uses().loop(4) + new Two().loop(3)
            """);
    assertEquals("15", used.value(), used.error());
    assertEquals("ok", kernel.run("%classpath \"" + folder + "/classes of Three\"").status());
    assertEquals("25", kernel.run("new added.Three().loop(5)").value());
  }

  @ParameterizedTest
  @CsvSource({
    "%classpath no/such.jar, there is no",
    "%classpath no/such/*.jar, there is no",
    "%classpath, use: %classpath",
    "%load nothing.java, there is no",
    "%maven nonsense, nonsense",
    "%unknown thing, unknown",
  })
  void aMagicThatCannotBeDoneSaysWhy(String line, String why) {
    Answer answer = kernel.run(line);
    assertEquals("error", answer.status());
    assertTrue(answer.error().contains(why), answer.error());
  }

  @Test
  void aMavenArtifactComesWithAllItNeeds() {
    // In the local repository of whoever builds this: the tests themselves use it.
    Answer answer = kernel.run("%maven org.junit.platform:junit-platform-commons:1.14.4");
    assertEquals("ok", answer.status(), answer.error());
    assertTrue(answer.printed("stdout").contains("On the class path: "));
    assertEquals("", answer.printed("stderr"));
    assertEquals(
        "true", kernel.run("org.junit.platform.commons.util.StringUtils.isBlank(\" \")").value());
    assertEquals(
        "CompileError",
        kernel
            .run("eu.maveniverse.maven.mima.context.Context c;")
            .all("error")
            .getFirst()
            .text("ename"));
  }

  @Test
  void aFileAndANotebookAreLoaded() throws Exception {
    Path file = Files.writeString(folder.resolve("a.java"), "int loaded = 40;\nloaded + 2");
    assertEquals("ok", kernel.run("%load \"" + file + "\"").status());
    Path notebook =
        Files.writeString(
            folder.resolve("b.ipynb"),
            """
            {"cells": [{"cell_type": "markdown", "source": "no code"},
             {"cell_type": "code", "source": ["int twice(int n) {\\n", "  return 2 * n;\\n", "}"]},
             {"cell_type": "code", "source": "int four = twice(2);"}]}
            """);
    assertEquals("ok", kernel.run("%load \"" + notebook + "\"").status());
    assertEquals("44", kernel.run("loaded + four").value());
    Path broken = Files.writeString(folder.resolve("c.java"), "int x = 1;\nx / 0");
    String error = kernel.run("%load \"" + broken + "\"").error();
    assertTrue(error.startsWith("ArithmeticException") && error.contains("line 2"), error);
  }

  @Test
  void timesAreToldAndValuesKept() {
    Answer cell = kernel.run("%%time\nThread.sleep(30);\nint timed = 6;\ntimed * 7");
    assertEquals("42", cell.value(), cell.error());
    assertTrue(cell.printed("stderr").matches("Time: [1-9]\\d+\\.\\d ms, compiled in .*\\R"));
    assertEquals("6", kernel.run("timed").value());

    Answer line = kernel.run("%time \"a b\".length()");
    assertEquals("3", line.value(), line.error());
    assertTrue(line.printed("stdout").startsWith("Time: "), line.printed("stdout"));
    Answer call = kernel.run("%time Thread.sleep(30)");
    assertTrue(call.printed("stdout").matches("Time: [1-9]\\d+\\.\\d ms\\R"), call.error());
    Answer statement = kernel.run("int sum = 0;\n%time for (int i = 0; i < 9; i++) sum += i;\nsum");
    assertEquals("36", statement.value(), statement.error());
    assertTrue(statement.printed("stdout").startsWith("Time: "));
  }

  @Test
  void anErrorBelowATimeIsAtItsLine() {
    String error = kernel.run("%%time\nint z = 0;\n1 / z").error();
    assertTrue(error.contains("line 3"), error);
  }
}
