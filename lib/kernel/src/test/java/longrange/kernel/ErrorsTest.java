package longrange.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import longrange.kernel.Client.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A student's errors, as the student reads them, and that the kernel outlives each.
class ErrorsTest {
  private static Client kernel;

  @BeforeAll
  static void start() throws Exception {
    kernel = Client.start();
  }

  @AfterAll
  static void stop() {
    kernel.close();
  }

  private static int count(Answer answer) {
    return answer.reply().content().get("execution_count").getAsInt();
  }

  @Test
  void anExceptionShowsItsOwnNameAndTheStudentsFramesWithTheirLines() {
    Answer answer =
        kernel.run(
            """
            int parsed(String text) {
              return Integer.parseInt(text);
            }

            // the call
            int number = parsed("x7");
            """);
    String cell = "cell [" + count(answer) + "], line ";
    assertEquals(
        """
        NumberFormatException: For input string: "x7"
        java.lang.NumberFormatException: For input string: "x7"
          at parsed, %s2
        ---> 2 |   return Integer.parseInt(text);
          at %s6
        ---> 6 | int number = parsed("x7");
        """
            .formatted(cell, cell),
        answer.error());
    assertEquals("error", answer.status());
    assertEquals("NumberFormatException", answer.reply().text("ename"));
  }

  @Test
  void aFrameOfAnEarlierCellShowsThatCellsLine() {
    int earlier = count(kernel.run("int halved(int x) {\n  return x / 0;\n}"));
    Answer answer = kernel.run("\n\nhalved(4)");
    assertTrue(
        answer.error().contains("at halved, cell [" + earlier + "], line 2"), answer.error());
    assertTrue(answer.error().contains("---> 3 | halved(4)"), answer.error());
  }

  @Test
  void anExtensionCanAskWhereAFrameStands() {
    int cell =
        count(
            kernel.run(
                "// a line before\n\nclass Late {\n  int at(int x) {\n    return 1 / x;\n  }\n}"));
    String ask =
        """
        var stand = (longrange.kernel.CellControl) org.dflib.jjava.jupyter.kernel.BaseKernel.notebookKernel();
        StackTraceElement[] frames = {};
        try {
          new Late().at(0);
        } catch (ArithmeticException e) {
          frames = e.getStackTrace();
        }
        stand.place(frames[0]) + "; " + stand.place(new Throwable().getStackTrace()[3])
        """;
    assertEquals("cell [" + cell + "], line 5; ", kernel.run(ask).value());
  }

  @Test
  void causesOwnExceptionsAndLambdasAreNamed() {
    Answer answer =
        kernel.run(
            """
            class Refused extends RuntimeException {
              Refused(String why, Throwable cause) { super(why, cause); }
            }
            Supplier<Integer> lambda = () -> {
              throw new Refused("no", new IllegalStateException("because"));
            };
            lambda.get()
            """);
    String error = answer.error();
    assertTrue(error.startsWith("Refused: no\nRefused: no\n  at a lambda, cell ["), error);
    assertTrue(error.contains("Caused by java.lang.IllegalStateException: because"), error);
    assertFalse(error.contains("REPL"), error);
  }

  @Test
  void deepRecursionIsFoldedAndSurvived() {
    Answer answer = kernel.run("int down(int n) { return down(n + 1) + 1; }\ndown(0)");
    assertTrue(answer.error().startsWith("StackOverflowError"), answer.error());
    assertTrue(answer.error().contains("the same call 1,0"), answer.error());
    assertTrue(answer.error().lines().count() < 9, answer.error());
    assertEquals("2", kernel.run("1 + 1").value());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          StackOverflowError   | class Bad { public String toString() { return toString(); } }
          NoClassDefFoundError | class Bad { public String toString() { throw new NoClassDefFoundError("gone"); } }
          AssertionError       | class Bad { public String toString() { throw new AssertionError("no"); } }
          NullPointerException | class Bad { public String toString() { String s = null; return s.trim(); } }
          """)
  void anErrorWhileAValueIsShownIsShown(String name, String type) {
    Answer answer = kernel.run(type + "\nnew Bad()");
    assertEquals("error", answer.status());
    assertTrue(answer.error().startsWith(name), answer.error());
    assertTrue(answer.error().contains("While the value was shown"), answer.error());
    assertTrue(answer.error().contains("at Bad.toString, cell ["), answer.error());
    assertEquals("2", kernel.run("1 + 1").value());
  }

  @Test
  void anExceptionThatCannotSayItsMessageIsShown() {
    Answer answer =
        kernel.run(
            """
            class Mute extends RuntimeException {
              public String getMessage() { return getMessage(); }
            }
            throw new Mute();
            """);
    assertTrue(answer.error().startsWith("Mute: (its getMessage() failed too"), answer.error());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "throw new InternalError(new RuntimeException(\"Fontconfig head is null\"))",
        "throw new NoClassDefFoundError(\"Could not initialize class sun.font.SunFontManager\")",
        "throw new UnsatisfiedLinkError(\"libfreetype.so.6: cannot open shared object file\")"
      })
  void missingFontsAreNamedWithTheirRemedy(String code) {
    String error = kernel.run(code).error();
    assertTrue(error.contains("apt install fontconfig fonts-dejavu-core"), error);
  }

  @Test
  void anErrorOfTheStudentsThatSpeaksOfFontsIsNotTakenForThat() {
    String error =
        kernel
            .run(
                "class Mine extends Error { Mine() { super(\"fontconfig\"); } }\nthrow new Mine();")
            .error();
    assertFalse(error.contains("apt install"), error);
  }

  @Test
  void aFullHeapIsReportedAndSurvived() throws Exception {
    try (Client small = Client.start("-Xmx160m")) {
      Answer answer =
          small.run("var all = new ArrayList<int[]>(); while (true) all.add(new int[1 << 18]);");
      assertTrue(answer.error().startsWith("OutOfMemoryError"), answer + small.log());
      assertTrue(answer.error().contains("heap of 160 MB is full"), answer.error());
      assertEquals("ok", small.run("all = null;").status());
      assertEquals("2", small.run("1 + 1").value());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "System.exit(3)",
        "Runtime.getRuntime().exit(3)",
        "Runtime.getRuntime().halt(3)",
        "Runnable leave = () -> System.exit(3);\nleave.run()",
        "IntConsumer leave = System::exit;\nleave.accept(3)",
        "IntConsumer leave = Runtime.getRuntime()::halt;\nleave.accept(3)",
        "class Leaver { Leaver() { System.exit(3); } }\nnew Leaver()"
      })
  void aCallToEndTheProcessIsRefused(String code) {
    kernel.run("int kept = 5;");
    Answer answer = kernel.run(code);
    assertTrue(answer.error().contains("would end the kernel"), answer.error());
    assertEquals("5", kernel.run("kept").value());
  }

  @Test
  void aCompileErrorMarksItsSpanAtTheCellsLine() {
    Answer answer = kernel.run("int fine = 1;\n\n  String s = fine.size();");
    String place = "cell [" + count(answer) + "], line 3: ";
    assertEquals(
        "CompileError: "
            + place
            + "int cannot be dereferenced\n"
            + place
            + "error: int cannot be dereferenced\n"
            + "   3 |   String s = fine.size();\n"
            + "                    ^^^^^^^^^\n",
        answer.error());
  }

  @Test
  void nothingRunsOfACellThatCannotBeRead() {
    Answer answer = kernel.run("System.out.println(\"ran\");\nint x = 5 +;\nint y = 6;");
    assertEquals("", answer.printed("stdout"));
    assertTrue(answer.error().contains("line 2: illegal start of expression"), answer.error());
  }

  @Test
  void anUnclosedBraceIsAnError() {
    Answer answer = kernel.run("for (int i = 0; i < 3; i++) {");
    assertTrue(answer.error().contains("reached end of file"), answer.error());
  }

  @Test
  void anErrorAbortsTheCellsQueuedBehindIt() throws Exception {
    String failing = kernel.execute("Thread.sleep(200); int z = 1 / 0;", Map.of());
    String second = kernel.execute("String aborted = \"no\";", Map.of());
    String third = kernel.execute("aborted", Map.of());
    assertEquals("error", kernel.answer(failing).status());
    Answer aborted = kernel.answer(second);
    assertEquals("aborted", aborted.status());
    // JupyterLab would show it as the prompt.
    assertFalse(aborted.reply().content().has("execution_count"));
    assertEquals("aborted", kernel.answer(third).status());
    assertEquals("2", kernel.run("1 + 1").value());
  }

  @Test
  void aClientMayAskToGoOnAfterAnError() {
    String failing =
        kernel.execute("Thread.sleep(200); int z = 1 / 0;", Map.of("stop_on_error", false));
    String second = kernel.execute("3 + 4", Map.of());
    assertEquals("error", kernel.answer(failing).status());
    assertEquals("7", kernel.answer(second).value());
  }

  @Test
  void typesOfOneCellMayReferToEachOther() {
    Answer answer =
        kernel.run(
            """
            class Ping { Pong other; }
            class Pong { Ping other; }
            sealed interface Shape permits Circle, Square {}
            record Circle(double r) implements Shape {}
            record Square(double a) implements Shape {}
            double area(Shape shape) {
              return switch (shape) {
                case Circle(double r) -> 3 * r * r;
                case Square(double a) -> a * a;
              };
            }
            area(new Square(3))
            """);
    assertEquals("9.0", answer.value(), answer.error());
  }

  @Test
  void aSealedTypePermitsTheSubtypesOfItsCell() {
    Answer answer =
        kernel.run(
            """
            sealed interface Tree {}
            record Leaf(int value) implements Tree {}
            record Node(Tree left, Tree right) implements Tree {}
            int sum(Tree tree) {
              return switch (tree) {
                case Leaf leaf -> leaf.value();
                case Node node -> sum(node.left()) + sum(node.right());
              };
            }
            sum(new Node(new Leaf(1), new Leaf(2)))
            """);
    assertEquals("3", answer.value(), answer.error());
  }

  @Test
  void variablesLostByANewFormOfTheirClassAreNamed() {
    int made = count(kernel.run("class Point { int x; }\nPoint p = new Point();\nPoint q = p;"));
    Answer answer = kernel.run("class Point { int x, y; }");
    String cell = " (cell [" + made + "])";
    assertTrue(
        answer.printed("stderr").contains("p" + cell + ", q" + cell), answer.printed("stderr"));
    assertEquals("null", kernel.run("p").value());
  }

  @Test
  void aMissingTypeIsAnErrorAndAMissingMethodAWord() {
    Answer type = kernel.run("class Uses { Missing field; }");
    assertTrue(type.error().contains("there is no class Missing"), type.error());
    assertTrue(type.error().contains("---> 1 | class Uses"), type.error());
    Answer method = kernel.run("int early() { return late(); }");
    assertEquals("ok", method.status());
    assertTrue(method.printed("stderr").contains("once there is a method late()"));
    kernel.run("int late() { return 8; }");
    assertEquals("8", kernel.run("early()").value());
  }

  @Test
  void aCompilersWarningIsShownOnce() {
    String code = "void raw(List list) { list.add(1); }";
    Answer first = kernel.run(code);
    assertTrue(
        first.printed("stderr").contains("warning: unchecked call"), first.printed("stderr"));
    assertEquals(
        List.of(), kernel.run("int unrelated = 3;").all("stream"), "the warning comes again");
  }
}
