package longrange.course.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./course` in a fresh clone on a machine that lacks something: the launcher and the build as
/// they are, with a Maven that only does what a test says.
class BuildFaultsTest {
  private static final Path COURSE = Path.of("../../course");
  private static final Path BUILD = Path.of("src/main/java/longrange/course/build");
  private static final Path JDK = Path.of(System.getProperty("java.home"));

  @TempDir private Path folder;
  private Path root = Path.of("");
  private Path programs = Path.of("");

  /// What a command said, and how it ended.
  private record Result(int code, String output) {
    void isASentenceThatSays(int expected, String part) {
      assertEquals(expected, code, output);
      assertTrue(output.contains("course: ") && output.contains(part), output);
      assertFalse(output.contains("\tat ") || output.contains("Exception"), output);
    }
  }

  @BeforeEach
  void aClone() throws IOException {
    root = folder.toRealPath().resolve("Große Übung 1");
    programs = Files.createDirectories(folder.toRealPath().resolve("bin"));
    Path build = Files.createDirectories(root.resolve("lib/course").resolve(BUILD));
    try (Stream<Path> sources = Files.list(BUILD)) {
      for (Path source : sources.toList()) {
        Files.copy(source, build.resolve(source.getFileName()));
      }
    }
    Files.createDirectories(root.resolve("tests"));
    Files.copy(COURSE, root.resolve("course"));
    Files.writeString(root.resolve("pom.xml"), "");
    Files.writeString(root.resolve("lib/course/pom.xml"), "");
  }

  private void maven(String... lines) throws IOException {
    program("mvn", lines);
  }

  private void program(String name, String... lines) throws IOException {
    Path file = programs.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    assertTrue(file.toFile().setExecutable(true));
  }

  private Process start(Map<String, String> variables) throws IOException {
    var builder = new ProcessBuilder("sh", root + "/course", "doctor").redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", JDK.toString());
    builder.environment().put("PATH", programs + ":" + System.getenv("PATH"));
    builder.environment().putAll(variables);
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  private static Result end(Process process) throws IOException, InterruptedException {
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }

  private Result course() throws IOException, InterruptedException {
    return end(start(Map.of()));
  }

  @Test
  void withoutMavenItSaysWhatToInstall() throws IOException, InterruptedException {
    for (String program : List.of("sh", "dirname", "readlink", "locale", "sed", "find", "head")) {
      program(program, "exec " + Tool.onPath(program).orElseThrow() + " \"$@\"");
    }
    end(start(Map.of("PATH", programs.toString())))
        .isASentenceThatSays(3, "There is no Maven (mvn) on the PATH. Install it: ");
  }

  @Test
  void withoutANetworkItSaysSo() throws IOException, InterruptedException {
    maven("echo '[ERROR] Could not transfer artifact a:b: repo: Unknown host'; exit 1");
    course().isASentenceThatSays(3, "is there a network?");
  }

  @Test
  void aFullDiskIsNamedAndWhatWasHalfWrittenIsThrownAway()
      throws IOException, InterruptedException {
    maven(
        "mkdir -p lib/course/target; echo ha > lib/course/target/longrange-course-1.jar",
        "echo '[ERROR] a.jar: No space left on device'; exit 1");
    course().isASentenceThatSays(3, "is full: make room");
    maven("ls lib/course; echo '[ERROR] enough seen'; exit 1");
    course();
    assertFalse(log().contains("target"), log());
  }

  @Test
  void aBuildThatWasKilledIsBegunAnew() throws IOException, InterruptedException {
    maven(
        "mkdir -p lib/course/target; echo ha > lib/course/target/longrange-course-1.jar",
        "echo '[INFO] Building longrange-core 1.0 [1/9]'; exec sleep 60");
    Process course = start(Map.of());
    try (var output = course.inputReader(StandardCharsets.UTF_8)) {
      assertEquals("building core (1 of 9)", output.readLine());
      course.descendants().forEach(ProcessHandle::destroyForcibly);
      course.destroyForcibly().waitFor();
    }
    assertTrue(Files.exists(root.resolve("lib/course/target")));
    Files.createDirectories(root.resolve("mine/target"));
    maven("ls lib/course; echo '[ERROR] enough seen'; exit 1");
    course();
    assertFalse(log().contains("target"), log());
    assertTrue(Files.exists(root.resolve("mine/target")));
  }

  @Test
  void anErrorInASourceIsAFailureAndKeepsWhatWasBuilt() throws IOException, InterruptedException {
    maven("mkdir -p lib/course/target; echo '[ERROR] /a/Rnn.java:[3,9] ;'; exit 1");
    course().isASentenceThatSays(1, "Rnn.java:[3,9]");
    course();
    assertTrue(Files.exists(root.resolve("lib/course/target")));
  }

  @Test
  void aSecondOneWaitsForTheFirst() throws IOException, InterruptedException {
    maven(
        "[ -e at-work ] && echo '[ERROR] two at once' && exit 1",
        "touch at-work; echo '[INFO] Building longrange-core 1.0 [1/9]'",
        "until [ -e go ]; do sleep 0.1; done; rm at-work",
        "echo '[ERROR] enough seen'; exit 1");
    Process first = start(Map.of());
    try (var output = first.inputReader(StandardCharsets.UTF_8)) {
      assertEquals("building core (1 of 9)", output.readLine());
      Process second = start(Map.of());
      var waiting = second.inputReader(StandardCharsets.UTF_8).readLine();
      assertEquals("Another ./course is at work in this folder (build): waiting for it.", waiting);
      Files.writeString(root.resolve("go"), "");
      assertTrue(output.lines().anyMatch(line -> line.contains("enough seen")));
      second.waitFor();
      assertTrue(log().contains("enough seen"), log());
    }
    first.waitFor();
  }

  @Test
  void aFolderWithAColonIsRefused() throws IOException, InterruptedException {
    Path colon = root.resolveSibling("a:b");
    Files.move(root, colon);
    root = colon;
    maven("exit 1");
    course().isASentenceThatSays(3, "Rename the folder.");
  }

  private String log() throws IOException {
    return Files.readString(root.resolve(".course/logs/build.log"));
  }
}
