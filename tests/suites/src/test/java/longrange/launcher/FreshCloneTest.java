package longrange.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import longrange.course.authoring.NormalForm;
import longrange.course.build.Tool;
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
  private static final String CHAPTER = "notebooks/03-the-jacobian-product.ipynb";
  private static final String SKELETON = "exercises/ch03/MyJacobianProduct.java";
  private static final String NOTEBOOK = "exercises/03-exercises.ipynb";

  /// What the launcher and Maven's own script call, and nothing else.
  private static final List<String> PROGRAMS =
      List.of(
          "sh",
          "dirname",
          "basename",
          "readlink",
          "locale",
          "sed",
          "find",
          "head",
          "cat",
          "uname",
          "ls",
          "expr",
          "tr",
          "mvn");

  private Clone clone = new Clone(Path.of(""));

  @BeforeAll
  void freshClone(@TempDir Path folder) throws IOException, InterruptedException {
    clone = Clone.at(folder.toRealPath().resolve("Große Übung 1"));
  }

  @Test
  @Order(1)
  void withoutAPythonLabSaysWhatToInstall(@TempDir Path programs)
      throws IOException, InterruptedException {
    for (String name : PROGRAMS) {
      Path file = programs.resolve(name);
      Files.writeString(file, "#!/bin/sh\nexec " + Tool.onPath(name).orElseThrow() + " \"$@\"\n");
      assertTrue(file.toFile().setExecutable(true));
    }
    Clone.Result lab = clone.course(Map.of("PATH", programs.toString()), "lab", "--no-browser");
    assertEquals(3, lab.code(), lab.output());
    assertTrue(lab.output().contains("There is no Python 3.10 to 3.14"), lab.output());
    assertTrue(lab.output().contains("Install it: "), lab.output());
    assertFalse(lab.output().contains("\tat "), lab.output());
  }

  @Test
  @Order(2)
  void withoutANetworkForPythonLabSaysSo() throws IOException, InterruptedException {
    Map<String, String> nobodyAnswers =
        Map.of(
            "PIP_INDEX_URL", "http://127.0.0.1:9/simple",
            "PIP_FIND_LINKS", "",
            "PIP_NO_CACHE_DIR", "1",
            "PIP_RETRIES", "0");
    Clone.Result lab = clone.course(nobodyAnswers, "lab", "--no-browser");
    assertEquals(3, lab.code(), lab.output());
    assertTrue(lab.output().contains("is there a network?"), lab.output());
    assertFalse(lab.output().contains("building"), lab.output());
    assertFalse(lab.output().contains("\tat "), lab.output());
  }

  @Test
  @Order(3)
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
    assertTrue(Files.readString(clone.root().resolve(CHAPTER)).contains("\"instructor\""));
    assertFalse(Files.readString(clone.mine(CHAPTER)).contains("\"instructor\""));
  }

  @Test
  @Order(4)
  void theSkeletonIsTodo() throws IOException, InterruptedException {
    Clone.Result check = clone.course("check", "3.1");
    assertEquals(1, check.code(), check.output());
    assertTrue(check.output().contains("mine/" + SKELETON), check.output());
    assertTrue(check.output().contains("todo"), check.output());
    assertTrue(check.output().contains("0 of "), check.output());
  }

  @Test
  @Order(5)
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
  @Order(6)
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
    for (String exercise : List.of("3.1", "3.2", "3.3", "3.4")) {
      Clone.Result check = clone.course("check", exercise);
      assertEquals(1, check.code(), check.output());
      assertFalse(check.output().contains("\tat "), check.output());
    }
    try (RunningLab lab = RunningLab.in(clone)) {
      for (String work : List.of("building", "making", "training", "Made")) {
        assertFalse(lab.said().contains(work), lab.said());
      }
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
  @Order(7)
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

  @Test
  @Order(8)
  void anAuthorsNotebookIsSavedInItsNormalFormAndWithItsChange()
      throws IOException, InterruptedException {
    Path chapter = clone.root().resolve(CHAPTER);
    String committed = Files.readString(chapter);
    ObjectNode run = (ObjectNode) JSON.readTree(committed);
    for (JsonNode cell : run.get("cells")) {
      if (cell.get("cell_type").asText().equals("code")) {
        ((ObjectNode) cell).put("execution_count", 7);
        ((ArrayNode) cell.get("outputs"))
            .addObject()
            .put("output_type", "stream")
            .put("name", "stdout")
            .put("text", "seen");
      }
    }
    try (RunningLab lab = RunningLab.in(clone, "--author")) {
      assertEquals(200, lab.save(CHAPTER, run.toString()), lab.said());
      assertEquals(committed, Files.readString(chapter));
      ((ObjectNode) run.get("cells").get(0)).put("source", "# Größer");
      assertEquals(200, lab.save(CHAPTER, run.toString()), lab.said());
      assertEquals(NormalForm.of(run.toString()), Files.readString(chapter));
      assertTrue(Files.readString(chapter).contains("# Größer"));
      assertTrue(lab.end());
    }
  }

  @Test
  @Order(9)
  void theKernelGoesIntoAnotherJupyterAndItsFaultsAreNamed(@TempDir Path folder)
      throws IOException, InterruptedException {
    String prefix = folder.resolve("another Jupyter").toString();
    Clone.Result installed = clone.course("kernel", "install", "--prefix", prefix);
    assertEquals(0, installed.code(), installed.output());
    Clone.Result well = clone.course("kernel", "doctor", "--prefix", prefix);
    assertEquals(0, well.code(), well.output());
    Path spec = Path.of(prefix, "share/jupyter/kernels/longrange/kernel.json");
    Files.writeString(
        spec, Files.readString(spec).replaceFirst("\"/[^\"]*/bin/java\"", "\"/gone\""));
    Clone.Result moved = clone.course("kernel", "doctor", "--prefix", prefix);
    assertEquals(1, moved.code(), moved.output());
    assertTrue(moved.output().contains("The JDK has moved"), moved.output());
    Clone.Result removed = clone.course("kernel", "remove", "--prefix", prefix);
    assertEquals(0, removed.code(), removed.output());
    assertFalse(Files.exists(spec));
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
