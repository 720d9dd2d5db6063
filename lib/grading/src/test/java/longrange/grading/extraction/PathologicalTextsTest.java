package longrange.grading.extraction;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import longrange.exercises.toy.Scale;
import longrange.grading.Contract;
import longrange.grading.Status;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Texts are read in the grader's own process, so none may keep it busy or end it: whatever a
/// student writes, there is an answer, or a reason why not, and soon.
class PathologicalTextsTest {
  private static final Contract SCALE = Contract.of(Scale.class);

  /// Ten times what the slowest takes on a machine that does nothing else.
  private static final Duration SOON = Duration.ofSeconds(40);

  private static final Set<Status> REASONS =
      EnumSet.of(Status.COMPILE, Status.REJECTED, Status.API, Status.MISSING, Status.TODO);

  private static final String ANSWER = "class MyScale implements Scale { Object x = %s; }";

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> aTextThatGoesDeepOrOnForEverHasAStatusSoon() {
    return Stream.of(
        of("100,000 brackets", ANSWER.formatted("(".repeat(100_000) + 1 + ")".repeat(100_000))),
        of("100,000 brackets that stay open", ANSWER.formatted("(".repeat(100_000))),
        of("100,000 braces", "class MyScale implements Scale " + "{".repeat(100_000)),
        of("braces that close", ANSWER.formatted("1") + "}".repeat(100_000)),
        of("types in types", ANSWER.formatted("null; " + "List<".repeat(90_000) + "> y")),
        of("functions of functions", ANSWER.formatted("x -> ".repeat(90_000) + "x")),
        of("a question of questions", ANSWER.formatted("true ? 1 : ".repeat(40_000) + "1")),
        of("annotations in annotations", "@A(".repeat(100_000) + ANSWER.formatted("1")),
        of("an endless sum", ANSWER.formatted("1" + "+1".repeat(200_000))),
        of("an array of arrays", ANSWER.formatted("new int" + "[1]".repeat(100_000))),
        of("half a million semicolons", ANSWER.formatted("1") + ";".repeat(490_000)),
        of("words without end", "Scale ".repeat(80_000)),
        of("quotes that stay open", "\"".repeat(490_000)),
        of("texts that stay open", "\"\"\"\n".repeat(120_000)),
        of("comments that stay open", "/*".repeat(240_000)),
        of("lines of comments", "//\n".repeat(160_000) + ANSWER.formatted("1")),
        of("comments that are empty", "/**/".repeat(120_000) + ANSWER.formatted("1")),
        of("blanks", " ".repeat(490_000) + ANSWER.formatted("1")),
        of("magics", "%time\n".repeat(80_000) + ANSWER.formatted("1")),
        of("a package without end", "package " + "a.".repeat(240_000) + ANSWER.formatted("1")),
        of("brackets by their numbers", ANSWER.formatted("\\u0028".repeat(80_000))),
        of("classes in classes", "class A { ".repeat(40_000)),
        of("40,000 declarations", "int Scale;\n".repeat(40_000)),
        of("names that almost match", "implements Scale_ ".repeat(30_000)));
  }

  @TestFactory
  Stream<DynamicTest> aNotebookOfTooManyOrTooLongCellsHasAStatusSoon() {
    return Stream.of(
        test("a cell of 50 MB", () -> notebook(1, "x".repeat(50_000_000))),
        test("a cell of 19 MB", () -> notebook(1, "x".repeat(19_000_000))),
        test("a million cells", () -> notebook(1_000_000, "")),
        test("all the cells that fit", () -> notebook(250_000, "")),
        test("as many cells as there may be, all open", () -> notebook(500, "class Scale { (((")));
  }

  /// Makes a file.
  @FunctionalInterface
  private interface Maker {
    Path file() throws IOException;
  }

  private DynamicTest of(String what, String source) {
    return test(what, () -> Files.writeString(folder.resolve("Work.java"), source));
  }

  private DynamicTest test(String what, Maker maker) {
    return DynamicTest.dynamicTest(
        what,
        () -> {
          Path file = maker.file();
          Status status = Assertions.assertTimeoutPreemptively(SOON, () -> status(file));
          assertTrue(REASONS.contains(status), status::toString);
        });
  }

  private Path notebook(int cells, String source) throws IOException {
    Map<String, Object> cell = Map.of("cell_type", "code", "source", source);
    Map<String, Object> all =
        Map.of("nbformat", 4, "cells", Collections.nCopies(cells, cell), "metadata", List.of());
    Path file = folder.resolve("work.ipynb");
    new ObjectMapper().writeValue(file.toFile(), all);
    return file;
  }

  /// What comes of it with a compiler that says no: compiling is another process's risk.
  private static Status status(Path file) {
    try {
      return switch (Extraction.of(file).answer(SCALE)) {
        case Extracted.Nothing(Status status, String _, List<String> _) -> status;
        case Answer answer ->
            Compilation.of(
                        answer,
                        (_, _, _) -> {
                          throw new SourceCompiler.Stopped("No.");
                        })
                    instanceof Compilation.Failed(Status status, String _)
                ? status
                : Status.OK;
      };
    } catch (UnreadableFile e) {
      return Status.REJECTED;
    }
  }
}
