package longrange.course.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import longrange.course.VerbsTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The shell file `course`, with JDKs that only say how they were called.
class LauncherTest {
  private static final Path COURSE = Path.of("../../course");
  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

  @TempDir private Path folder;
  private Path root = Path.of("");
  private Path jdk = Path.of("");

  @BeforeEach
  void aClone() throws IOException {
    root = folder.toRealPath().resolve("Große Übung 1");
    Files.createDirectories(root.resolve("lib/core/src/main"));
    Files.copy(COURSE, root.resolve("course"));
    Path source = Files.writeString(root.resolve("lib/core/src/main/A.java"), "class A {}");
    Files.writeString(root.resolve("pom.xml"), "");
    for (Path old : new Path[] {source, source.resolveSibling(""), root.resolve("pom.xml")}) {
      Files.setLastModifiedTime(old, LONG_AGO);
    }
    jdk = jdk("jdk-25", "25.0.1");
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = folder.toRealPath().resolve(name);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    for (String program : new String[] {"java", "javac"}) {
      Path file = home.resolve("bin").resolve(program);
      Files.writeString(file, "#!/bin/sh\nfor each; do echo \"" + name + ": $each\"; done\n");
      assertTrue(file.toFile().setExecutable(true));
    }
    return home;
  }

  private void built() throws IOException {
    Files.createDirectories(root.resolve(".course"));
    Files.writeString(root.resolve(".course/launch.args"), "");
    Files.writeString(root.resolve(".course/built"), jdk + " " + root);
  }

  private String course(Path javaHome, String... arguments) throws IOException {
    var command = new ArrayList<>(List.of("sh", root + "/course"));
    command.addAll(List.of(arguments));
    return run(javaHome, command);
  }

  private String run(Path javaHome, List<String> command) throws IOException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", javaHome.toString());
    builder.environment().put("HOME", folder.toRealPath() + "/home");
    Process process = builder.start();
    process.getOutputStream().close();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static boolean builds(String output) {
    return output.contains("Build.java");
  }

  @Test
  void aFreshCloneIsBuiltFirst() throws IOException {
    String output = course(jdk, "doctor");
    assertTrue(builds(output), output);
    assertTrue(output.contains("jdk-25: doctor"), output);
  }

  @Test
  void nothingIsBuiltWhenNothingIsNewer() throws IOException {
    built();
    assertEquals(
        "jdk-25: @%s/.course/launch.args\njdk-25: check\njdk-25: 3.1\njdk-25: my file\n"
            .formatted(root),
        course(jdk, "check", "3.1", "my file"));
  }

  @Test
  void aChangedSourceIsBuilt() throws IOException {
    built();
    Path source = root.resolve("lib/core/src/main/A.java");
    Files.setLastModifiedTime(source, FileTime.fromMillis(System.currentTimeMillis() + 5_000));
    assertTrue(builds(course(jdk, "doctor")));
  }

  @Test
  void aDeletedSourceIsSeen() throws IOException {
    built();
    Files.setLastModifiedTime(root.resolve(".course/built"), LONG_AGO);
    Files.delete(root.resolve("lib/core/src/main/A.java"));
    assertTrue(builds(course(jdk, "doctor")));
  }

  @Test
  void aStudentsBundleHasNothingToBuild() throws IOException {
    Path jar = root.resolve("lib/jars/longrange-course-1.jar");
    Files.createDirectories(jar.resolveSibling(""));
    Files.writeString(jar, "");
    String output = course(jdk, "check", "3.1");
    assertFalse(output.contains("Build.java"), output);
    assertTrue(output.contains("jdk-25: longrange.course.build.Build"), output);
    built();
    Files.setLastModifiedTime(jar, LONG_AGO);
    assertEquals(
        "jdk-25: @%s/.course/launch.args\njdk-25: check\n".formatted(root), course(jdk, "check"));
  }

  @Test
  void aMovedCloneIsBuiltAgainSinceItsClassPathHoldsTheOldPlace() throws IOException {
    built();
    Files.writeString(root.resolve(".course/built"), jdk + " /elsewhere");
    assertTrue(builds(course(jdk, "doctor")));
  }

  @Test
  void anOlderJavaHomeIsPassedOver() throws IOException {
    Path sdkman = folder.toRealPath().resolve("home/.sdkman/candidates/java");
    Files.createDirectories(sdkman);
    Files.move(jdk, sdkman.resolve("25.0.1-tem"));
    String output = course(jdk("jdk-17", "17.0.9"), "doctor");
    assertFalse(output.contains("jdk-17: "), output);
    assertFalse(output.contains("there is no JDK 25"), output);
  }

  @Test
  void theLocaleOfABareMachineDoesNotHideUmlautsFromJava() throws IOException {
    Path java = jdk.resolve("bin/java");
    Files.writeString(java, "#!/bin/sh\nlocale charmap\n");
    built();
    for (String locale : List.of("C", "POSIX", "de_DE.ISO-8859-1", "C.UTF-8")) {
      List<String> command = List.of("env", "LC_ALL=" + locale, root + "/course", "doctor");
      assertEquals("UTF-8\n", run(jdk, command), locale);
    }
  }

  @Test
  void aFolderThatCannotBeEnteredIsNamedInASentence() throws IOException {
    String script = Files.readString(COURSE);
    String output = run(jdk, List.of("sh", "-c", script, folder + "/missing/course", "lab"));
    assertTrue(output.startsWith("course: The course's folder cannot be entered"), output);
    assertEquals(1, output.lines().count(), output);
  }

  @Test
  void theVerbsThatItPrintsAreTheVerbsThatThereAre() throws IOException {
    Set<String> printed =
        Pattern.compile("^  (\\w+)", Pattern.MULTILINE)
            .matcher(course(jdk))
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(VerbsTest.verbs(), printed);
  }
}
