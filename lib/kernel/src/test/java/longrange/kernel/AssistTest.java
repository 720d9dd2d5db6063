package longrange.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Completion, inspection, and whether a cell is whole. A `|` in a source is the cursor.
class AssistTest {
  private static final String CONTRACT =
      """
      package course.contracts;
      /// The **spread** of some numbers: `max - min`, see [Math#max].
      ///
      /// | x | spread |
      /// |---|--------|
      /// | 1 | 0      |
      ///
      /// @param <T> the kind of number
      public interface Spread<T> {
        /// Computes it for \\{@code values}.
        ///
        /// @param values at least one. Not modified.
        /// @return never negative
        /// @throws IllegalArgumentException if there is no value
        double spread(double[] values, int... at);

        /** The {@link Math#max largest} value &lt; <b>infinity</b>. */
        double LIMIT = 3;
      }
      """
          .replace("\\{@code values}", "{@code values}");

  @TempDir static Path folder;
  private static Client kernel;

  @BeforeAll
  static void start() throws Exception {
    Path source =
        Files.createDirectories(folder.resolve("course/contracts")).resolve("Spread.java");
    Files.writeString(source, CONTRACT);
    ToolProvider.getSystemJavaCompiler()
        .run(null, null, null, "-parameters", "-d", folder.toString(), source.toString());
    Path jar = folder.resolve("contracts.jar");
    jar(jar, "course/contracts/Spread.class");
    jar(folder.resolve("contracts-sources.jar"), "course/contracts/Spread.java");
    kernel =
        Client.startWithClassPath(
            jar + File.pathSeparator + System.getProperty("java.class.path", ""));
    kernel.run(
        "import course.contracts.*;\nclass MyThing { int width; }\nvar thing = new MyThing();");
  }

  private static void jar(Path jar, String entry) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream zip = new JarOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(Files.readAllBytes(folder.resolve(entry)));
      zip.closeEntry();
    }
  }

  @AfterAll
  static void stop() {
    kernel.close();
  }

  private static JsonObject ask(String type, String marked) {
    JsonObject request = new JsonObject();
    int cursor = marked.indexOf('|');
    request.addProperty("code", marked.replaceFirst("\\|", ""));
    request.addProperty("cursor_pos", marked.codePointCount(0, cursor));
    request.addProperty("detail_level", 0);
    return kernel.ask(type, request.toString()).content();
  }

  private static List<String> completions(String marked) {
    return Client.strings(ask("complete_request", marked).getAsJsonArray("matches"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          new My|                                                       => MyThing
          Math.|                                                        => sqrt
          thing.wi|                                                     => width
          Spr|                                                          => Spread
          int f(int widest) { return wid|                               => widest
          for (int index = 0; index < 3; index++) { System.out.print(ind| => index
          import java.util.conc|                                        => concurrent.
          import course.con|                                            => contracts.
          class A { int field; int g() { return fie|                    => field
          List.of(1).stream().ma|.toList()                              => map
          var s = "𝄞"; s.leng|                                          => length
          """)
  void completionKnows(String marked, String expected) throws Exception {
    // JShell reads the class path for package names in the background; on a busy machine that takes
    // some seconds.
    List<String> found = completions(marked);
    for (int i = 0; i < 100 && !found.contains(expected); i++) {
      Thread.sleep(100);
      found = completions(marked);
    }
    assertTrue(found.contains(expected), found.toString());
  }

  @Test
  void completionKnowsTheLinesAboveThatHaveNotRunYet() {
    String marked =
        """
        import java.util.*;
        int twice(int x) { return 2 * x; }
        var words = List.of("a");
        int total = twice(3);
        String text = words.get(0).repe|
        """;
    JsonObject reply = ask("complete_request", marked);
    assertEquals(List.of("repeat"), Client.strings(reply.getAsJsonArray("matches")));
    int end = marked.indexOf('|');
    assertEquals(end, reply.get("cursor_end").getAsInt());
    assertEquals(end - "repe".length(), reply.get("cursor_start").getAsInt());
  }

  @Test
  void theImportsAboveTheCursorAreKnownAndNotMade() {
    String above = "import java.util.zip.*;\nimport java.text.NumberFormat;\nint x = 1;\n";
    assertEquals(List.of("CRC32", "CRC32C"), completions(above + "var sum = new CRC3|"));
    assertTrue(completions(above + "NumberFormat.getP|").contains("getPercentInstance"));
    assertTrue(inspect(above + "CRC3|2 sum;").text().startsWith("java.util.zip.CRC32"));
    assertEquals("error", kernel.run("new CRC32()").status());
    assertEquals("ok", kernel.run("import java.text.NumberFormat;").status());
    assertEquals(List.of("max"), completions("import no.such.*;\n" + above + "Math.max|"));
    assertEquals("ok", kernel.run("NumberFormat.getInstance()").status());
  }

  @Test
  void completionOfANameThatNothingHasIsEmpty() {
    assertEquals(List.of(), completions("thing.nosuch|"));
    assertEquals("2", kernel.run("1 + 1").value());
  }

  /// What an inspection shows, in its two forms.
  private record Doc(String text, String html) {}

  private static Doc inspect(String marked) {
    JsonObject reply = ask("inspect_request", marked);
    assertTrue(reply.get("found").getAsBoolean(), marked);
    JsonObject data = reply.getAsJsonObject("data");
    return new Doc(data.get("text/plain").getAsString(), data.get("text/html").getAsString());
  }

  @Test
  void inspectingAContractShowsItsStatement() {
    Doc doc = inspect("class Mine implements Spr|ead<Double> {}");
    assertTrue(doc.html().contains("The <strong>spread</strong> of some numbers"), doc.html());
    assertTrue(doc.html().contains("<code>Math.max</code>"), doc.html());
    assertTrue(doc.html().contains("<td>0</td>"), doc.html());
    assertTrue(doc.text().contains("course.contracts") || doc.text().startsWith("Spread"));
    assertTrue(doc.text().contains("The spread of some numbers"), doc.text());
  }

  @Test
  void inspectingAMethodShowsItsParameters() {
    kernel.run("Spread<Double> spread = (values, at) -> 0;");
    Doc doc = inspect("double d = spread.spr|ead(x, 1);");
    assertTrue(doc.text().contains("double[] values"), doc.text());
    assertTrue(
        doc.html().contains("<code>values</code> – at least one. Not modified."), doc.html());
    assertTrue(doc.html().contains("<strong>Returns</strong>"), doc.html());
    assertTrue(doc.html().contains("<code>IllegalArgumentException</code>"), doc.html());
  }

  @Test
  void aClassicCommentIsRenderedToo() {
    Doc doc = inspect("Spread.LIM|IT");
    assertTrue(doc.html().contains("<code>largest</code> value &lt; <b>infinity</b>"), doc.html());
    assertTrue(doc.text().contains("largest value < infinity"), doc.text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          Math.ma|x(1, 2)          => Returns the greater of two
          Math.max(|               => Returns the greater of two
          List.of(1).str|eam()     => Returns a sequential
          Str|ing s = null;        => character strings
          int x = 1;\\nMath.sq|rt(2) => square root
          """)
  void theJdksDocsAreShown(String marked, String expected) {
    String text = inspect(marked.replace("\\n", "\n")).text();
    assertTrue(text.contains(expected), text);
    assertFalse(text.contains("{@"), text);
  }

  @Test
  void theDocOfACellsOwnMethodIsShown() {
    kernel.run("/// Adds one to `n`.\nint next(int n) { return n + 1; }");
    assertTrue(inspect("nex|t(3)").html().contains("Adds one to <code>n</code>"));
  }

  @Test
  void theDocsOfARecordAndOfItsMembersAreShown() {
    kernel.run(
        """
        /// A *place*.
        ///
        /// @param x to the east
        record Spot(double x) {
          /// Moves it.
          Spot by(double way) { return new Spot(x + way); }
        }
        var spot = new Spot(1);
        """);
    for (String marked : List.of("Sp|ot other;", "new Sp|ot(2)")) {
      Doc doc = inspect(marked);
      assertTrue(doc.text().startsWith("Spot(double x)\n\nA place."), doc.text());
      assertTrue(doc.html().contains("<code>x</code> – to the east"), doc.html());
    }
    assertEquals("Spot Spot.by(double way)\n\nMoves it.", inspect("spot.b|y(3)").text());
  }

  @Test
  void withoutTheJdksSourcesSignaturesStillShow() throws Exception {
    try (Client other = Client.start()) {
      // Where it looks for them.
      other.run("System.setProperty(\"java.home\", \"/no/jdk\");");
      JsonObject data =
          other
              .ask("inspect_request", "{'code':'Math.sqrt(2)','cursor_pos':7}")
              .content()
              .getAsJsonObject("data");
      assertEquals("double Math.sqrt(double a)", data.get("text/plain").getAsString());
    }
  }

  @Test
  void inspectingNothingFindsNothing() {
    assertFalse(ask("inspect_request", "nosuchname|").get("found").getAsBoolean());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          1 + 1                    => complete
          int x = 5;               => complete
          for (int i = 0; i < 3; i++) { => incomplete
          int f(                   => incomplete
          int x = 5 +;             => invalid
          """)
  void aCellIsWholeOrNot(String code, String status) {
    JsonObject request = new JsonObject();
    request.addProperty("code", code);
    JsonObject reply = kernel.ask("is_complete_request", request.toString()).content();
    assertEquals(status, reply.get("status").getAsString());
    if (status.equals("incomplete")) {
      assertEquals("    ", reply.get("indent").getAsString());
    }
  }
}
