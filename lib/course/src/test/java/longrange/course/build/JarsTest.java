package longrange.course.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarsTest {
  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

  @TempDir private Path root;
  private Jars jars = new Jars(new Tree(Path.of("")));

  @BeforeEach
  void aBuiltClone() throws IOException {
    jars = new Jars(new Tree(root));
    file("lib/course/target/jars/ejml.jar", "ejml");
    file("lib/course/target/jars/picocli-4.jar", "picocli");
    file("lib/course/target/jars/longrange-core-1.jar", "core");
    file("lib/course/target/longrange-course-1.jar", "course");
    file("lib/course/target/longrange-course-1-sources.jar", "course's sources");
    file("lib/core/target/longrange-core-1-sources.jar", "core's sources");
    file("solutions/target/longrange-solutions-1-sources.jar", "the answers");
    file("tests/graders/target/longrange-graders-1.jar", "graders");
    file("tests/hidden/target/longrange-hidden-1.jar", "hidden");
    file("tests/catalogue/target/longrange-catalogue-1.jar", "known answers");
    jars.update();
  }

  private Path file(String name, String content) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    return Files.writeString(file, content);
  }

  private static List<String> names(List<Path> files) {
    return files.stream().map(file -> file.getFileName().toString()).toList();
  }

  @Test
  void theCommandHasEverythingButTheHiddenGraders() throws IOException {
    assertEquals(
        List.of(
            "ejml.jar",
            "longrange-catalogue-1.jar",
            "longrange-core-1.jar",
            "longrange-course-1.jar",
            "longrange-graders-1.jar",
            "picocli-4.jar"),
        names(jars.classPath()));
    assertEquals(List.of("longrange-hidden-1.jar"), names(jars.hidden()));
  }

  @Test
  void aKernelHasNeitherTheCommandNorTheHiddenGraders() throws IOException {
    assertEquals(
        List.of(
            "ejml.jar",
            "longrange-catalogue-1.jar",
            "longrange-core-1.jar",
            "longrange-graders-1.jar"),
        names(jars.kernelClassPath()));
  }

  @Test
  void aStudentHasNeitherHiddenGradersNorKnownAnswersNorTheSourcesOfTheCommand()
      throws IOException {
    assertEquals(
        List.of(
            "ejml.jar",
            "longrange-core-1-sources.jar",
            "longrange-core-1.jar",
            "longrange-course-1.jar",
            "longrange-graders-1.jar",
            "picocli-4.jar"),
        names(jars.forStudents()));
  }

  @Test
  void theJarsOfABundleAreReady() throws IOException {
    file("lib/jars/longrange-core-1.jar", "core");
    assertEquals(List.of("longrange-core-1.jar"), names(jars.classPath()));
  }

  @Test
  void besideAModuleStandItsSourcesAndNoOthers() {
    assertTrue(Files.exists(root.resolve(".course/jars/longrange-core-1-sources.jar")));
    assertFalse(Files.exists(root.resolve(".course/jars/longrange-solutions-1-sources.jar")));
  }

  @Test
  void aJarThatHasNotChangedKeepsItsTimeSoThatCachesHold() throws IOException {
    Path ejml = Files.setLastModifiedTime(root.resolve(".course/jars/ejml.jar"), LONG_AGO);
    Path core =
        Files.setLastModifiedTime(root.resolve(".course/jars/longrange-core-1.jar"), LONG_AGO);
    file("lib/course/target/jars/longrange-core-1.jar", "another core");
    jars.update();
    assertEquals(LONG_AGO, Files.getLastModifiedTime(ejml));
    assertNotEquals(LONG_AGO, Files.getLastModifiedTime(core));
    assertEquals("another core", Files.readString(core));
  }

  @Test
  void whatIsNoLongerNeededGoesAlsoACopyCutOffHalfWay() throws IOException {
    file(".course/jars/ejml.jar.half", "ej");
    Files.delete(root.resolve("lib/course/target/jars/ejml.jar"));
    jars.update();
    assertFalse(Files.exists(root.resolve(".course/jars/ejml.jar")));
    assertFalse(Files.exists(root.resolve(".course/jars/ejml.jar.half")));
  }

  @Test
  void aCopyWithoutHiddenGradersBuildsWithoutThem() {
    assertEquals(
        List.of("lib/course", "tests/graders", "tests/hidden", "tests/catalogue"), jars.modules());
    Tree copy = new Tree(root.resolve("nothing here"));
    assertEquals(List.of("lib/course"), new Jars(copy).modules());
  }
}
