package longrange.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// The way of a student through one clone, in order: it is built only once.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FreshCloneTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SKELETON = "exercises/ch03/MyJacobianProduct.java";
  private static final String NOTEBOOK = "exercises/03-exercises.ipynb";

  private Clone clone = new Clone(Path.of(""));

  @BeforeAll
  void freshClone(@TempDir Path folder) throws IOException, InterruptedException {
    clone = Clone.at(folder.toRealPath().resolve("Große Übung 1"));
  }

  @Test
  @Order(1)
  void labGoesFromTheCloneToARunningServerThatAsksForAToken()
      throws IOException, InterruptedException {
    try (RunningLab lab = RunningLab.in(clone)) {
      assertTrue(
          lab.address().getPath().startsWith("/lab/tree/notebooks/00-start-here.ipynb"),
          lab.said());
      assertEquals(200, lab.status("/api/contents/" + NOTEBOOK), lab.said());
      assertEquals(403, lab.statusWithoutToken("/api/contents/" + NOTEBOOK));
      assertTrue(lab.end(), "something that lab started is still running");
    }
  }

  @Test
  @Order(2)
  void theSkeletonIsTodo() throws IOException, InterruptedException {
    Clone.Result check = clone.course("check", "3.1");
    assertEquals(1, check.code(), check.output());
    assertTrue(check.output().contains("mine/" + SKELETON), check.output());
    assertTrue(check.output().contains("todo"), check.output());
    assertTrue(check.output().contains("0 of "), check.output());
  }

  @Test
  @Order(3)
  void aReferenceAnswerInTheNotebookGetsEveryVisiblePoint()
      throws IOException, InterruptedException {
    Path notebook = clone.mine(NOTEBOOK);
    String asGiven = Files.readString(notebook);
    Files.copy(
        clone.root().resolve("solutions/03-solutions.ipynb"),
        notebook,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Clone.Result check = clone.course("check", "3.1");
    assertEquals(0, check.code(), check.output());
    assertTrue(check.output().contains("mine/" + NOTEBOOK), check.output());
    Files.writeString(notebook, asGiven);
  }

  @Test
  @Order(4)
  void aSyntaxErrorInEveryCopyBreaksNothingElse() throws IOException, InterruptedException {
    List<String> broken = new ArrayList<>();
    for (Path copy : clone.copies()) {
      broken.add(breakIt(copy));
    }
    for (Path notebook : clone.copies().stream().filter(FreshCloneTest::isNotebook).toList()) {
      Clone.Result run = clone.course("run", notebook.toString());
      assertEquals(1, run.code(), run.output());
      assertTrue(run.output().contains("int broken = ;"), run.output());
    }
    Clone.Result check = clone.course("check", "3.1");
    assertEquals(1, check.code(), check.output());
    assertFalse(check.output().contains("\tat "), check.output());
    try (RunningLab lab = RunningLab.in(clone)) {
      assertFalse(lab.said().contains("building"), lab.said());
      assertFalse(lab.said().contains("mine/:"), lab.said());
      assertTrue(lab.end());
    }
    List<String> after = new ArrayList<>();
    for (Path copy : clone.copies()) {
      after.add(Files.readString(copy));
    }
    assertEquals(broken, after);
    assertEquals("", clone.git("status", "--porcelain").output());
  }

  @Test
  @Order(5)
  void anOriginalThatChangedIsOfferedBesideTheCopy() throws IOException, InterruptedException {
    Path skeleton = clone.mine(SKELETON);
    String mine = Files.readString(skeleton);
    Files.writeString(clone.root().resolve(SKELETON), "// corrected\n", StandardOpenOption.APPEND);
    try (RunningLab lab = RunningLab.in(clone)) {
      assertTrue(lab.said().contains("--copies"), lab.said());
      assertTrue(lab.end());
    }
    try (RunningLab lab = RunningLab.in(clone, "--copies")) {
      assertTrue(lab.said().contains("MyJacobianProduct (2).java"), lab.said());
      assertTrue(lab.end());
    }
    assertEquals(mine, Files.readString(skeleton));
    Path second = skeleton.resolveSibling("MyJacobianProduct (2).java");
    assertTrue(Files.readString(second).endsWith("// corrected\n"));
  }

  private static boolean isNotebook(Path file) {
    return file.toString().endsWith(".ipynb");
  }

  /// A notebook gets one more cell, so that every other cell still runs before it.
  private static String breakIt(Path file) throws IOException {
    String broken = "int broken = ;\n";
    if (!isNotebook(file)) {
      Files.writeString(file, broken, StandardOpenOption.APPEND);
      return Files.readString(file);
    }
    ObjectNode notebook = (ObjectNode) JSON.readTree(file.toFile());
    ObjectNode cell = ((ArrayNode) notebook.get("cells")).addObject();
    cell.put("cell_type", "code").put("id", "broken").put("source", broken);
    cell.putNull("execution_count").putObject("metadata");
    cell.putArray("outputs");
    Files.writeString(file, JSON.writeValueAsString(notebook));
    return Files.readString(file);
  }
}
