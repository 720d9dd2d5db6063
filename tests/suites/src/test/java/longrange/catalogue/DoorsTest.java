package longrange.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import longrange.catalogue.NotebookDoor.Cell;
import longrange.grading.Contract;
import longrange.grading.Verdict;
import longrange.grading.extraction.Extraction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `check` in the course's kernel, `./course check` on a notebook, and `./course check` on a Java
/// file say the same of every known answer: every test's outcome and every message.
class DoorsTest {
  /// Only a notebook has objects that outlive their class.
  static final List<Cell> STALE =
      Stream.of(
              "class MyTransientWitness implements TransientWitness {\n"
                  + "  public double[][] matrix() { return null; }\n}",
              "Object old = new MyTransientWitness();",
              "class MyTransientWitness implements TransientWitness {\n"
                  + "  public double[][] matrix() { return new double[2][2]; }\n}",
              "check(old);")
          .map(source -> new Cell("", source))
          .toList();

  @TempDir static Path folder;
  private static List<HandIn> all = List.of();
  private static List<String> shown = List.of();

  /// What a student hands in for one exercise.
  ///
  /// @param cells of the notebook, without the last
  /// @param check the last cell
  /// @param expected a part of what every door says, where that is known
  record HandIn(String name, Contract contract, List<Cell> cells, String check, String expected) {
    static HandIn of(String name, Contract contract, String source) {
      return new HandIn(
          name,
          contract,
          List.of(new Cell(contract.id(), source)),
          "check(new " + contract.answerName() + "());",
          "");
    }

    /// With the cell that checks it.
    List<Cell> notebook() {
      List<Cell> notebook = new ArrayList<>(cells);
      notebook.add(new Cell("", check));
      return notebook;
    }

    HandIn checkedBy(String cell) {
      return new HandIn(name, contract, cells, cell, expected);
    }

    @Override
    public String toString() {
      return contract.id() + " " + name;
    }
  }

  @BeforeAll
  static void runTheNotebooks() throws IOException, InterruptedException {
    all = handIns();
    List<List<Cell>> notebooks = new ArrayList<>(all.stream().map(HandIn::notebook).toList());
    notebooks.add(STALE);
    shown = NotebookDoor.run(folder, notebooks, "longrange", Map.of());
  }

  static List<HandIn> handIns() throws IOException {
    List<HandIn> all = new ArrayList<>();
    for (Entry entry : Catalogue.all()) {
      Contract contract = Contract.of(entry.contract());
      all.add(HandIn.of(entry.type().getSimpleName(), contract, entry.studentSource()));
    }
    for (Contract contract : Marking.contracts()) {
      all.add(HandIn.of("skeleton", contract, source("exercises/%s", contract)));
      String reference =
          source("solutions/src/main/java/longrange/solutions/%s", contract)
              .replaceFirst("package .*;", "")
              .replace("public final class", "final class");
      all.add(HandIn.of("reference", contract, reference));
    }
    all.addAll(HandIns.all());
    return all;
  }

  private static String source(String folder, Contract contract) throws IOException {
    String chapter = contract.type().getPackageName().replaceAll(".*\\.", "");
    String file = folder.formatted(chapter) + "/" + contract.answerName() + ".java";
    return Files.readString(Marking.ROOT.resolve(file));
  }

  /// All with `-Dlongrange.slow=true`, else thirty: the text is extracted by the same code.
  static Stream<HandIn> inOneCell() throws IOException {
    List<HandIn> some =
        new ArrayList<>(handIns().stream().filter(handIn -> handIn.cells().size() == 1).toList());
    if (!Boolean.getBoolean("longrange.slow")) {
      long seed = System.nanoTime();
      System.out.println("DoorsTest: thirty Java files, seed " + seed);
      Collections.shuffle(some, new Random(seed));
      return some.stream().limit(30);
    }
    return some.stream();
  }

  @ParameterizedTest
  @MethodSource("handIns")
  void theNotebookSaysWhatTheTerminalSaysOfIt(HandIn handIn) throws Exception {
    Path file = NotebookDoor.write(folder.resolve("one.ipynb"), handIn.notebook());
    Verdict verdict = Extraction.of(file).check(handIn.contract(), Marking.visibleTests());
    assertEquals(verdict.toString(), shown.get(all.indexOf(handIn)));
    assertTrue(verdict.toString().contains(handIn.expected()), verdict::toString);
  }

  @Test
  void anObjectOfAClassDeclaredAgainSinceIsRefused() {
    String expected =
        "MyTransientWitness was declared again after this object was made: make a new one";
    assertTrue(shown.getLast().contains(expected), shown.getLast());
  }

  @ParameterizedTest
  @MethodSource("inOneCell")
  void aJavaFileWithTheSameTextIsTheSameAnswer(HandIn handIn) throws Exception {
    String name = handIn.contract().answerName() + ".java";
    Path file = Files.writeString(folder.resolve(name), handIn.cells().getFirst().source());
    Verdict verdict = Extraction.of(file).check(handIn.contract(), Marking.visibleTests());
    assertEquals(
        verdict.toString(), shown.get(all.indexOf(handIn)).replaceAll("cell 1, line", "line"));
  }
}
