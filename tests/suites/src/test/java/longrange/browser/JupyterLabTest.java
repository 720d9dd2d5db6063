package longrange.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Chapter 3 and its exercises as a student meets them: JupyterLab in a browser.
class JupyterLabTest {
  private static final String CHAPTER = "03-the-jacobian-product.ipynb";
  private static final String EXERCISES = "03-exercises.ipynb";

  @TempDir static Path folder;
  private static Lab lab;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    Path root = Machine.root();
    Files.copy(root.resolve("notebooks").resolve(CHAPTER), folder.resolve(CHAPTER));
    Files.copy(root.resolve("exercises").resolve(EXERCISES), folder.resolve(EXERCISES));
    lab = Lab.on(folder);
  }

  @AfterAll
  static void stop() throws IOException {
    if (lab != null) {
      lab.close();
    }
  }

  @Test
  void theChapterRunsAndItsSlidersMove() {
    NotebookPage chapter = lab.open(CHAPTER);
    chapter.until("the status is shown as idle", 30, () -> chapter.shownStatus().equals("idle"));

    chapter.runAll();
    chapter.awaitDone(180);
    assertEquals(List.of(), chapter.errors().allInnerTexts());
    List<String> prompts = chapter.page().locator(".jp-CodeCell .jp-InputPrompt").allInnerTexts();
    for (int cell = 1; cell <= prompts.size(); cell++) {
      assertTrue(prompts.contains("[" + cell + "]:"), "of " + prompts + ", cell " + cell);
    }

    ChapterThreeSliders.theRateAgreesWithTheLibrary(chapter.page());
    chapter.picture(Machine.pictures().resolve("chapter-3-rate.png"));
    ChapterThreeSliders.theCancellingNetAgreesWithTheLibrary(chapter.page());
    chapter.picture(Machine.pictures().resolve("chapter-3-w-squared-is-zero.png"));
    chapter.close();
  }

  @Test
  void theSkeletonIsTodoAndAReferenceAnswerIsGreen() throws IOException {
    NotebookPage exercises = lab.open(EXERCISES);
    String answer = exercises.cellWith("class MyJacobianProduct");
    String check = exercises.cellWith("check(new MyJacobianProduct())");

    exercises.run(answer);
    exercises.awaitDone(60);
    exercises.run(check);
    exercises.awaitDone(60);
    String todo = exercises.outputs(check).first().innerText();
    assertTrue(todo.contains("Not attempted"), todo);
    assertTrue(todo.contains("0 of 1 visible points"), todo);
    exercises.picture(Machine.pictures().resolve("exercise-todo.png"));

    exercises.paste(answer, referenceAnswer());
    exercises.run(answer);
    exercises.awaitDone(60);
    exercises.run(check);
    exercises.awaitDone(60);
    String green = exercises.outputs(check).first().innerText();
    assertTrue(green.contains("1 of 1 visible points"), green);
    exercises.picture(Machine.pictures().resolve("exercise-green.png"));
    exercises.close();
  }

  @Test
  void theInterruptButtonStopsALoopForGood() throws IOException {
    Path notebook = folder.resolve("loop.ipynb");
    Files.writeString(notebook, Notebooks.of("while (true) { }", "1 + 1"));
    NotebookPage loop = lab.open("loop.ipynb");
    String endless = loop.cellWith("while (true)");

    loop.run(endless);
    // Its prompt is [*]: the kernel may still warm up or compile, and stops it all the same.
    loop.awaitRunning(endless);
    loop.interrupt();
    loop.awaitDone(60);
    assertTrue(loop.errors().count() == 1, "the stopped cell says that it was stopped");
    String next = loop.cellWith("1 + 1");
    loop.run(next);
    loop.awaitDone(60);
    assertEquals("2", loop.outputs(next).first().innerText());
    loop.close();
  }

  /// The reference, as a student would have written it: in no package.
  private static String referenceAnswer() throws IOException {
    Path file =
        Machine.root()
            .resolve("solutions/src/main/java/longrange/solutions/ch03/MyJacobianProduct.java");
    return Files.readString(file).replaceFirst("package [^;]*;", "");
  }
}
