package longrange.course.student;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttemptsTest {
  private static final String NOTEBOOK =
      """
      {"cells": [
        {"cell_type": "code", "metadata": {}, "source": "import a.*;"},
        {"cell_type": "code", "metadata": {"longrange": {"exercise": "3.1", "role": "answer"}},
         "source": ["class MyX {\\n", "}"]},
        {"cell_type": "code", "metadata": {"longrange": {"exercise": "3.2", "role": "answer"}},
         "source": "class MyY { }"}],
       "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
      """;

  @TempDir private Path root;
  private Path notebook = Path.of("");
  private Path skeleton = Path.of("");
  private Mine mine = new Mine(Path.of(""), Path.of(""));

  @BeforeEach
  void copiesOfAClone() throws IOException {
    mine = new Mine(root, root.resolve("mine"));
    Files.createDirectories(root.resolve("exercises/ch03"));
    Files.writeString(root.resolve("exercises/03-x.ipynb"), NOTEBOOK);
    Files.writeString(root.resolve("exercises/ch03/MyX.java"), "class MyX {}");
    mine.update(false);
    notebook = root.resolve("mine/exercises/03-x.ipynb");
    skeleton = root.resolve("mine/exercises/ch03/MyX.java");
  }

  private Attempts attempts() throws IOException {
    return Attempts.at(mine, "3.1", "MyX");
  }

  @Test
  void theSkeletonStandsForNoAnswer() throws IOException {
    assertEquals(new Attempts(Optional.of(skeleton), List.of()), attempts());
  }

  @Test
  void anAnswerInTheNotebookIsFound() throws IOException {
    Files.writeString(notebook, NOTEBOOK.replace("class MyX {", "class MyX { int x;"));
    assertEquals(new Attempts(Optional.of(notebook), List.of()), attempts());
  }

  @Test
  void aNotebookSavedByJupyterOrWithAnotherAnswerIsNoAttemptAtThisOne() throws IOException {
    Files.writeString(
        notebook,
        NOTEBOOK
            .replace("[\"class MyX {\\n\", \"}\"]", "\"class MyX {\\n}\"")
            .replace("import a.*;", "import b.*;")
            .replace("class MyY { }", "class MyY { int y; }"));
    assertEquals(Optional.of(skeleton), attempts().chosen());
  }

  @Test
  void ofTwoAnswersTheOneChangedLastIsCheckedAndTheOtherNamed() throws IOException {
    Files.writeString(skeleton, "class MyX { int x; }");
    Files.writeString(notebook, NOTEBOOK.replace("class MyX {", "class MyX { int x;"));
    Files.setLastModifiedTime(skeleton, FileTime.fromMillis(2_000_000_000_000L));
    assertEquals(new Attempts(Optional.of(skeleton), List.of(notebook)), attempts());
  }

  @Test
  void aNotebookThatIsNoneAnyMoreIsAnAttempt() throws IOException {
    Files.writeString(notebook, "{");
    assertEquals(Optional.of(notebook), attempts().chosen());
  }
}
