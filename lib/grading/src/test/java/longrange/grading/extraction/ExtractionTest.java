package longrange.grading.extraction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import longrange.exercises.toy.Scale;
import longrange.exercises.toy.Total;
import longrange.grading.Checker;
import longrange.grading.Contract;
import longrange.grading.Outcome;
import longrange.grading.Status;
import longrange.grading.TestResult;
import longrange.grading.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractionTest {
  private static final Contract SCALE = Contract.of(Scale.class);
  private static final Contract TOTAL = Contract.of(Total.class);
  private static final String IMPORT = "import longrange.exercises.toy.*;\n";

  /// A right answer to 0.1, whose factor is this expression in `a`.
  private static String scale(String factor) {
    return """
    class MyScale implements Scale {
      public double[] scale(double a, double[] x) {
        if (x == null) throw new IllegalArgumentException("x is null");
        double[] y = x.clone();
        for (int i = 0; i < y.length; i++) y[i] *= %s;
        return y;
      }
    }
    """
        .formatted(factor);
  }

  @TempDir Path folder;

  private record CellText(String type, Map<String, String> ours, String source) {}

  private static CellText code(String source) {
    return new CellText("code", Map.of(), source);
  }

  private static CellText answer(String id, String source) {
    return new CellText("code", Map.of("exercise", id, "role", "answer"), source);
  }

  private Path notebook(CellText... cells) {
    List<Map<String, Object>> json = new ArrayList<>();
    for (CellText cell : cells) {
      json.add(
          Map.of(
              "cell_type", cell.type(),
              "metadata", Map.of("longrange", cell.ours()),
              "source", cell.source().lines().map(line -> line + "\n").toList()));
    }
    try {
      byte[] bytes =
          new ObjectMapper()
              .writeValueAsBytes(
                  Map.of("nbformat", 4, "nbformat_minor", 5, "metadata", Map.of(), "cells", json));
      return Files.write(folder.resolve("work.ipynb"), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path java(String source) {
    try {
      return Files.writeString(folder.resolve("MyScale.java"), source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Verdict check(Path file) {
    return check(file, SCALE);
  }

  private static Verdict check(Path file, Contract contract) {
    try {
      return Extraction.of(file).check(contract, Checker.standard());
    } catch (UnreadableFile e) {
      throw new IllegalStateException(e);
    }
  }

  private static void assertRight(Path file) {
    Verdict verdict = check(file);
    assertEquals(Status.OK, verdict.status(), verdict.toString());
    assertEquals(7, verdict.earned());
  }

  private static void assertNotRun(Path file, Status status, String message) {
    Verdict verdict = check(file);
    assertEquals(status, verdict.status(), verdict.toString());
    assertEquals(message, verdict.message());
    assertEquals(4, verdict.tests().size());
    verdict.tests().forEach(test -> assertEquals(Outcome.NOT_RUN, test.outcome()));
  }

  @Test
  void anAnswerCellIsFoundByItsMetadata() {
    assertRight(notebook(code("1 + 1"), answer("0.1", IMPORT + scale("a"))));
  }

  @Test
  void withoutMetadataTheClassIsFound() {
    assertRight(
        notebook(code("int n = 3;"), code(IMPORT + scale("a")), code("check(new MyScale())")));
  }

  @Test
  void importsOfOtherCellsHold() {
    assertRight(notebook(code(IMPORT), answer("0.1", scale("a"))));
  }

  @Test
  void defaultImportsHold() {
    assertRight(
        notebook(answer("0.1", IMPORT + scale("List.of(a).stream().findFirst().orElseThrow()"))));
  }

  @Test
  void anImportThatLeadsNowhereHurtsNobodyElse() {
    assertRight(
        notebook(
            code("import longrange.grading.Checker;\nimport org.nowhere.*;\n" + IMPORT),
            answer("0.1", scale("a"))));
  }

  @Test
  void topLevelHelpersOfTheCellBelongToTheAnswer() {
    assertRight(
        notebook(
            answer(
                "0.1",
                IMPORT
                    + "/** The factor. */\ndouble factor(double a) { return a; }\n"
                    + scale("factor(a)"))));
  }

  @Test
  void helpersAreFetchedFromOtherCellsAndTheLastOfANameCounts() {
    assertRight(
        notebook(
            code("record Factor(double a) { double twice() { return 2 * a; } }"),
            code("record Factor(double a) { double value() { return same(a); } }"),
            code("static double same(double a) { return a; }\nclass Broken { int }"),
            answer("0.1", IMPORT + scale("new Factor(a).value()"))));
  }

  @Test
  void anotherExercisesErrorTouchesNobody() {
    Path file =
        notebook(
            answer("0.2", IMPORT + "class MyTotal implements Total { }"),
            answer("0.1", scale("a")));
    assertRight(file);
    assertEquals(Status.COMPILE, check(file, TOTAL).status());
  }

  @Test
  void aLibraryCallIsRefusedByTheRule() {
    assertNotRun(
        notebook(
            code("import longrange.grading.*;\n" + IMPORT),
            answer("0.1", scale("Checker.standard().limit().toSeconds()"))),
        Status.REJECTED,
        "MyScale uses longrange.grading.Checker. An answer may use the JDK and"
            + " longrange.exercises only: write that part yourself.");
  }

  @Test
  void aVariableOfAnotherCellIsNamed() {
    assertNotRun(
        notebook(code("double f = 1, g = 2;"), answer("0.1", IMPORT + scale("a * g"))),
        Status.REJECTED,
        "MyScale needs the variable g of a cell. An answer is checked alone: declare g inside the"
            + " class.");
  }

  @Test
  void theLastCandidateCountsWithAWarning() {
    Verdict verdict =
        check(
            notebook(
                answer("0.1", IMPORT + scale("a + 1")),
                answer("0.1", scale("a")),
                answer("0.1", "// nothing here yet")));
    assertEquals(Status.OK, verdict.status());
    assertEquals(
        List.of("0.1 has an answer in cells 1, 2; the last one counts."), verdict.warnings());
  }

  @Test
  void magicsAreIgnoredWithAWarning() {
    Verdict verdict = check(notebook(answer("0.1", "%%time\n" + IMPORT + scale("a"))));
    assertEquals(Status.OK, verdict.status());
    assertEquals(
        List.of("cell 1, line 1: the line %%time is for the kernel and is ignored."),
        verdict.warnings());
  }

  @Test
  void statementsDoNotRun() {
    Verdict verdict =
        check(
            notebook(
                answer("0.1", IMPORT + scale("a") + "\nSystem.exit(9);\ncheck(new MyScale());")));
    assertEquals(Status.OK, verdict.status());
    assertEquals(
        List.of(
            "cell 1, line 11: a statement outside of a class or method is not part of the answer."),
        verdict.warnings());
  }

  @Test
  void namesAndTextsMayHaveAnyLetter() {
    assertRight(
        notebook(
            answer(
                "0.1",
                IMPORT
                    + "double größe(double α) { return \"→½\".length() * α / 2; }\n"
                    + scale("größe(a)"))));
  }

  @Test
  void aSyntaxErrorNamesCellLineAndPlace() {
    assertNotRun(
        notebook(
            code("1 + 1"),
            new CellText("markdown", Map.of(), "# Text"),
            answer("0.1", "\n" + IMPORT + scale("a").replace("return y;", "return y"))),
        Status.COMPILE,
        """
        It does not compile.
        cell 2, line 8: ';' expected
              return y
                      ^\
        """);
  }

  @Test
  void anUnclosedBraceIsMissedAtTheEndOfItsCell() {
    Verdict verdict =
        check(
            notebook(code(IMPORT), answer("0.1", scale("a").stripTrailing().replaceAll("}$", ""))));
    assertEquals(Status.COMPILE, verdict.status());
    assertTrue(
        verdict.message().startsWith("It does not compile.\ncell 2, line 7: reached end of file"),
        verdict.message());
  }

  @Test
  void aTypeErrorInAHelperNamesTheHelpersCell() {
    Verdict verdict =
        check(
            notebook(
                code("double half(double a) {\n  return a / \"2\";\n}"),
                answer("0.1", IMPORT + scale("half(a)"))));
    assertEquals(Status.COMPILE, verdict.status());
    assertTrue(verdict.message().contains("cell 1, line 2: bad operand types"), verdict.message());
  }

  @Test
  void anImportThatLeadsNowhereIsNamedWhenItIsMissed() {
    Verdict verdict =
        check(
            notebook(
                answer("0.1", "import java.utill.Vec;\n" + IMPORT + scale("new Vec(a).value()"))));
    assertEquals(Status.COMPILE, verdict.status());
    assertTrue(
        verdict
            .message()
            .startsWith("It does not compile.\ncell 1, line 1: package java.utill does not exist"),
        verdict.message());
    assertTrue(verdict.message().contains("symbol: class Vec"), verdict.message());
  }

  @Test
  void anUntaggedClassBesideTheAnswerCellIsNotLookedAt() {
    Verdict verdict =
        check(
            notebook(
                answer("0.1", IMPORT + scale("a")),
                code(scale("a + 1").replace("MyScale", "Other"))));
    assertEquals(Status.OK, verdict.status());
    assertEquals(
        List.of("cell 2 also implements Scale and is not looked at: the answer cell is cell 1."),
        verdict.warnings());
  }

  @Test
  void aMissingNameIsToldWithoutTheClassAroundIt() {
    assertNotRun(
        notebook(answer("0.1", IMPORT + scale("twice(a)"))),
        Status.COMPILE,
        """
        It does not compile.
        cell 1, line 6: cannot find symbol, symbol: method twice(double)
              for (int i = 0; i < y.length; i++) y[i] *= twice(a);
                                                         ^\
        """);
  }

  @Test
  void anExceptionNamesCellAndLine() {
    TestResult first =
        check(notebook(code("1"), answer("0.1", IMPORT + scale("x[x.length]")))).tests().getFirst();
    assertEquals(
        "ArrayIndexOutOfBoundsException: Index 3 out of bounds for length 3\n"
            + "in MyScale.scale, cell 2, line 6",
        first.message());
  }

  @Test
  void aBlankAnswerIsNotAttempted() {
    assertNotRun(notebook(answer("0.1", "// here\n" + IMPORT)), Status.TODO, "Not attempted.");
  }

  @Test
  void aMissingAnswerIsSaid() {
    assertNotRun(
        notebook(code("1 + 1")),
        Status.MISSING,
        "There is no answer to 0.1 here: write class MyScale implements Scale { … }.");
    assertNotRun(
        notebook(new CellText("markdown", Map.of("exercise", "0.1", "role", "answer"), scale("a"))),
        Status.MISSING,
        "The answer cell of 0.1 is not a code cell: change its type back to Code.");
  }

  @Test
  void aClassThatDoesNotImplementTheContractIsSaid() {
    assertNotRun(
        notebook(answer("0.1", IMPORT + scale("a").replace(" implements Scale", ""))),
        Status.API,
        "No class here implements Scale: write class MyScale implements Scale { … }.");
    assertNotRun(
        notebook(answer("0.1", IMPORT + "abstract class Half implements Scale {}")),
        Status.API,
        "Half is abstract, so no object can be made of it:"
            + " write class MyScale implements Scale { … }.");
    assertNotRun(
        notebook(
            answer(
                "0.1",
                IMPORT + scale("a").replace("public double", "MyScale(int n) {}\npublic double"))),
        Status.API,
        "MyScale cannot be made by new MyScale(): give it a constructor without parameters.");
  }

  @Test
  void exitIsNotCalled() {
    Verdict verdict =
        check(
            notebook(
                answer(
                    "0.1",
                    IMPORT + scale("exit()") + "double exit() { System.exit(0); return 1; }")));
    assertTrue(
        verdict
            .tests()
            .getFirst()
            .message()
            .startsWith("SecurityException: System.exit(0) would end the check"),
        verdict.toString());
  }

  @Test
  void theAnswerSeesNoTestAndNoLibrary() {
    Verdict verdict =
        check(
            notebook(
                answer(
                    "0.1",
                    IMPORT
                        + scale(
                            "seen(\"longrange.graders.toy.ScaleGrader\") * seen(\"org.junit.jupiter.api.Test\") * a")
                        + """
                        double seen(String name) {
                          try { Class.forName(name); return 0; }
                          catch (ClassNotFoundException e) { return 1; }
                        }
                        """)));
    assertEquals(Status.OK, verdict.status(), verdict.toString());
  }

  @Test
  void theClassWithTheUsualNameIsTheAnswer() {
    assertRight(
        notebook(answer("0.1", IMPORT + scale("a") + scale("a + 1").replace("MyScale", "Second"))));
  }

  @Test
  void aJavaFileIsAnAnswerToo() {
    assertRight(java(IMPORT + scale("a")));
    assertRight(java("\uFEFF/* mine */\npackage a.b;\n" + IMPORT + "public " + scale("a")));
    assertRight(
        java(
            IMPORT + scale("a * F.one()") + "final class F { static double one() { return 1; } }"));
    assertRight(
        java((IMPORT + "double one() { return 1; }\n" + scale("a * one()")).replace("\n", "\r\n")));
  }

  @Test
  void aJavaFilesErrorsNameTheLine() {
    String source = "package a.b;\n\n" + IMPORT + scale("a").replace("return y;", "return y");
    assertNotRun(
        java(source.replace("\n", "\r\n")),
        Status.COMPILE,
        """
        It does not compile.
        line 9: ';' expected
              return y
                      ^\
        """);
  }

  @Test
  void theFilesExercisesAreListed() throws UnreadableFile {
    Path file = notebook(code(IMPORT + scale("a")), answer("0.2", ""));
    assertEquals(List.of(SCALE, TOTAL), Extraction.of(file).exercises());
  }

  @Test
  void aFileThatIsNoAnswerIsRefusedInASentence() throws IOException {
    Path file = folder.resolve("a.ipynb");
    assertUnreadable(file, "There is no file " + file + ".");
    Files.writeString(file, "{");
    assertUnreadable(file, "a.ipynb is no notebook: its JSON is damaged or nested too deeply.");
    Files.writeString(file, "[".repeat(100_000));
    assertUnreadable(file, "a.ipynb is no notebook: its JSON is damaged or nested too deeply.");
    Files.writeString(file, "");
    assertUnreadable(file, "a.ipynb is empty: hand the notebook in again.");
    Files.writeString(file, "{\"nbformat\": 3, \"worksheets\": []}");
    assertUnreadable(
        file, "a.ipynb is no notebook of format 4: open it in JupyterLab and save it again.");
    Files.write(file, "\"é\"".getBytes(StandardCharsets.ISO_8859_1));
    assertUnreadable(file, "a.ipynb is not UTF-8: save it in that encoding.");
    Files.write(file, new byte[20_000_001]);
    assertUnreadable(
        file, "a.ipynb has more than 20 MB: clear the outputs of the notebook and save it again.");
  }

  private static void assertUnreadable(Path file, String message) {
    assertEquals(
        message, assertThrows(UnreadableFile.class, () -> Extraction.of(file)).getMessage());
  }

  @Test
  void sourceNestedTooDeeplyDoesNotCompileAndHurtsNoOtherAnswer() {
    String deep = "(".repeat(20_000) + "a" + ")".repeat(20_000);
    Path file =
        notebook(
            code(IMPORT),
            answer("0.1", scale(deep)),
            answer(
                "0.2",
                "class MyTotal implements Total { public double total(double[] x) { return 6; } }"));
    assertNotRun(
        file,
        Status.COMPILE,
        "It does not compile.\nThe compiler gives up: something here is nested too deeply, or too long.");
    assertEquals(Status.OK, check(file, TOTAL).status());
  }

  @Test
  void aThousandMagicsAreAFewWarnings() throws UnreadableFile {
    Path file = notebook(answer("0.1", IMPORT + "%time\n".repeat(1_000) + scale("a")));
    Verdict verdict = checked(file);
    assertEquals(Status.OK, verdict.status());
    assertEquals(5, verdict.warnings().size());
  }

  /// Each repair finds one helper more, so a long chain would keep the compiler for ever.
  @Test
  void aChainOfHelpersIsFollowedAndAnEndlessOneIsNot() throws UnreadableFile {
    assertEquals(Status.OK, checked(chained(20)).status());
    Verdict verdict = checked(chained(60));
    assertEquals(Status.COMPILE, verdict.status());
    assertTrue(verdict.message().contains("put them into one cell"), verdict::message);
  }

  @Test
  void aCompilerThatIsNotToBeHadIsNoFaultOfTheAnswers() throws UnreadableFile {
    Extracted extracted = Extraction.of(notebook(answer("0.1", IMPORT + scale("a")))).answer(SCALE);
    Compilation failed =
        Compilation.of(
            (Answer) extracted,
            (_, _, _) -> {
              throw new SourceCompiler.Unavailable("It is busy.");
            });
    assertEquals(new Compilation.Failed(Status.INFRA, "It is busy."), failed);
  }

  private Verdict checked(Path file) throws UnreadableFile {
    return Extraction.of(file).check(SCALE, Checker.standard());
  }

  private Path chained(int length) {
    List<CellText> cells = new ArrayList<>();
    cells.add(answer("0.1", IMPORT + scale("h0(a)")));
    for (int i = 0; i < length; i++) {
      String next = i + 1 == length ? "a" : "h%d(a)".formatted(i + 1);
      cells.add(code("static double h%d(double a) { return %s; }".formatted(i, next)));
    }
    return notebook(cells.toArray(CellText[]::new));
  }
}
