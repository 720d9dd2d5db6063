package longrange.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import longrange.catalogue.DoorsTest.HandIn;
import longrange.catalogue.NotebookDoor.Cell;
import longrange.course.build.Jars;
import longrange.course.build.Tree;
import longrange.grading.Verdict;
import longrange.grading.extraction.Extraction;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `check` in JJava as `pip install jjava` gives it, with the course's jars on its class path and
/// nothing else done to it, says what `./course check` says; and chapter 3 runs there.
///
/// Two things are known to differ. JJava does not say where in a cell a line stands, so places are
/// not compared. And it has no hand on `System.exit`: an answer that calls it ends the kernel, so
/// that one hand-in is left out.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StockJjavaTest {
  private static final String EXITS = "exits";
  private static final int SAMPLE = 12;

  private List<HandIn> handIns = List.of();
  private List<String> shown = List.of();
  private Path folder = Path.of("");

  @BeforeAll
  void runTheNotebooks(@TempDir Path temporary) throws IOException, InterruptedException {
    folder = temporary;
    handIns = some();
    List<List<Cell>> notebooks = new ArrayList<>(handIns.stream().map(HandIn::notebook).toList());
    notebooks.add(DoorsTest.STALE);
    shown = NotebookDoor.run(folder, notebooks, "java", environment());
  }

  /// All with `-Dlongrange.slow=true`; else all ways of writing, and a few known answers.
  private static List<HandIn> some() throws IOException {
    List<HandIn> all =
        DoorsTest.handIns().stream().filter(each -> !each.name().equals(EXITS)).toList();
    if (Boolean.getBoolean("longrange.slow")) {
      return all;
    }
    List<String> ways = HandIns.all().stream().map(HandIn::name).toList();
    List<HandIn> known =
        new ArrayList<>(all.stream().filter(each -> !ways.contains(each.name())).toList());
    long seed = System.nanoTime();
    System.out.println("StockJjavaTest: " + SAMPLE + " known answers, seed " + seed);
    Collections.shuffle(known, new Random(seed));
    return Stream.concat(
            known.stream().limit(SAMPLE), all.stream().filter(each -> ways.contains(each.name())))
        .toList();
  }

  private static Map<String, String> environment() throws IOException {
    Path made = Marking.ROOT.resolve(".course/jjava/share/jupyter");
    Path data = Path.of(System.getProperty("longrange.jjava", made.toString()));
    boolean there = Files.exists(data.resolve("kernels/java/kernel.json"));
    String otherwise = "stock JJava is not installed: ./course test does that, with a network";
    if ("true".equals(System.getenv("CI"))) {
      Assertions.assertTrue(there, otherwise);
    }
    Assumptions.assumeTrue(there, otherwise);
    String jars =
        new Jars(new Tree(Marking.ROOT))
            .kernelClassPath().stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    String java = Path.of(System.getProperty("java.home"), "bin").toString();
    return Map.of(
        "JUPYTER_PATH",
        data.toString(),
        "JJAVA_CLASSPATH",
        jars,
        "LONGRANGE_BUDGET",
        "quick",
        "PATH",
        java + File.pathSeparator + System.getenv("PATH"));
  }

  List<HandIn> handIns() {
    return handIns;
  }

  @ParameterizedTest
  @MethodSource("handIns")
  void itSaysWhatTheTerminalSays(HandIn handIn) throws Exception {
    Path file = NotebookDoor.write(folder.resolve("one.ipynb"), handIn.notebook());
    Verdict verdict = Extraction.of(file).check(handIn.contract(), Marking.visibleTests());
    String said = shown.get(handIns.indexOf(handIn));
    assertEquals(withoutPlaces(verdict.toString()), withoutPlaces(said));
  }

  @Test
  void anObjectOfAClassDeclaredAgainSinceIsRefused() {
    assertTrue(shown.getLast().contains("was declared again after this object"), shown.getLast());
  }

  private static String withoutPlaces(String text) {
    return text.replaceAll("(?m), cell \\d+, line \\d+$", "");
  }

  @Test
  void theWholeChapterRunsInIt() throws IOException, InterruptedException {
    Path notebook = folder.resolve("chapter.ipynb");
    Files.copy(Marking.ROOT.resolve("notebooks/03-the-jacobian-product.ipynb"), notebook);
    List<String> failed = new ArrayList<>();
    int outputs = 0;
    for (JsonNode cell : NotebookDoor.executed(notebook, "java", environment())) {
      for (JsonNode output : cell.path("outputs")) {
        outputs++;
        if (output.path("output_type").asText().equals("error")) {
          failed.add(output.path("evalue").asText());
        }
      }
    }
    assertEquals(List.of(), failed);
    assertTrue(outputs > 10, "the chapter's figures and tables are shown");
  }
}
