package longrange.course.student;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MineTest {
  private static final Path CHAPTER = Path.of("notebooks/03-x.ipynb");
  private static final Path NOTEBOOK = Path.of("exercises/03-x.ipynb");
  private static final Path SKELETON = Path.of("exercises/ch03/MyX.java");

  @TempDir private Path root;
  private Mine mine = new Mine(Path.of(""), Path.of(""));

  @BeforeEach
  void aClone() throws IOException {
    mine = new Mine(root, root.resolve("mine"));
    original(CHAPTER, notebook("chapter"));
    original(NOTEBOOK, notebook("exercises"));
    original(SKELETON, "skeleton");
    original(Path.of("notebooks/runs/x.csv"), "not worked in");
    original(Path.of("exercises/src/main/java/X.java"), "not worked in");
    original(Path.of("exercises/pom.xml"), "not worked in");
  }

  private static String notebook(String text) {
    return "{\"cells\": [{\"source\": \"%s\"}]}".formatted(text);
  }

  private void original(Path file, String content) throws IOException {
    write(root.resolve(file), content);
  }

  private static void write(Path file, String content) throws IOException {
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, content);
  }

  private String copy(String file) throws IOException {
    return Files.readString(mine.folder().resolve(file));
  }

  @Test
  void whatAStudentWorksInIsCopiedInItsFoldersAndNothingElse() throws IOException {
    assertEquals(List.of(CHAPTER, NOTEBOOK, SKELETON), mine.update(false).made());
    assertEquals("skeleton", copy("exercises/ch03/MyX.java"));
    assertEquals(false, Files.exists(mine.folder().resolve("exercises/pom.xml")));
  }

  @Test
  void aCopyIsNeverWrittenAgain() throws IOException {
    mine.update(false);
    write(mine.folder().resolve(SKELETON), "my answer");
    assertEquals(new Mine.Outcome(List.of(), List.of()), mine.update(true));
    original(SKELETON, "a better skeleton");
    mine.update(false);
    mine.update(true);
    assertEquals("my answer", copy("exercises/ch03/MyX.java"));
  }

  @Test
  void aCopyThatWasDeletedComesBack() throws IOException {
    mine.update(false);
    Files.delete(mine.folder().resolve(SKELETON));
    assertEquals(List.of(SKELETON), mine.update(false).made());
  }

  @Test
  void anOriginalThatChangedIsToldUntilASecondCopyWasAskedFor() throws IOException {
    mine.update(false);
    original(CHAPTER, notebook("chapter, corrected"));
    assertEquals(List.of(CHAPTER), mine.update(false).changed());
    assertEquals(List.of(CHAPTER), mine.update(false).changed());
    Path second = Path.of("notebooks/03-x (2).ipynb");
    assertEquals(List.of(second), mine.update(true).made());
    assertEquals(notebook("chapter"), copy("notebooks/03-x.ipynb"));
    assertEquals(notebook("chapter, corrected"), copy("notebooks/03-x (2).ipynb"));
    assertEquals(new Mine.Outcome(List.of(), List.of()), mine.update(true));
  }

  @Test
  void aThirdCopyStandsBesideTheSecond() throws IOException {
    mine.update(false);
    original(CHAPTER, notebook("second"));
    mine.update(true);
    original(CHAPTER, notebook("third"));
    mine.update(true);
    assertEquals(notebook("third"), copy("notebooks/03-x (3).ipynb"));
    assertEquals(3, mine.copies(CHAPTER).size());
  }

  @Test
  void aFolderFromBeforeTheRecordIsTakenAsItIs() throws IOException {
    write(mine.folder().resolve(SKELETON), "my answer");
    mine.update(true);
    assertEquals("my answer", copy("exercises/ch03/MyX.java"));
    assertEquals(List.of(mine.folder().resolve(SKELETON)), mine.copies(SKELETON));
  }

  @Test
  void aCopyCutOffHalfWayIsMadeAgain() throws IOException {
    write(mine.folder().resolve("exercises/ch03/.MyX.java.half"), "ske");
    mine.update(false);
    assertEquals("skeleton", copy("exercises/ch03/MyX.java"));
  }

  @Test
  void theRecordNamesTheStateOfTheOriginal() throws IOException {
    mine.update(false);
    assertTrue(
        copy(".originals").lines().anyMatch(line -> line.matches("[0-9a-f]{64}  " + SKELETON)));
  }

  @Test
  void theInstructorsCellsAreNotCopied() throws IOException {
    String answer = "{\"metadata\": {\"tags\": [\"instructor\"]}, \"source\": \"10^24\"}";
    original(CHAPTER, "{\"cells\": [{\"source\": \"predict\"}, " + answer + "]}");
    mine.update(false);
    assertTrue(copy("notebooks/03-x.ipynb").contains("predict"));
    assertFalse(copy("notebooks/03-x.ipynb").contains("10^24"));
    assertEquals(List.of(), mine.update(false).changed());
  }
}
