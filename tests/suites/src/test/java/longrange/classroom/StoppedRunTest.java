package longrange.classroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import longrange.grading.sandbox.Isolation;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an instructor does to a run: stops it, sends its results where they cannot go.
class StoppedRunTest {
  private static final int SIGINT = 2;

  @TempDir Path temporary;
  private Path folder = Path.of("");

  @BeforeEach
  void handIn() throws IOException {
    Optional<String> missing = Isolation.BWRAP.missing();
    if ("true".equals(System.getenv("CI"))) {
      assertEquals(Optional.empty(), missing);
    }
    Assumptions.assumeTrue(missing.isEmpty(), missing::toString);
    folder = temporary.toRealPath();
    witness("a quick one", "");
    witness("b endless", "if (Math.abs(1) == 1) while (Math.sin(0) == 0) {}");
    witness("c endless", "if (Math.abs(1) == 1) while (Math.sin(0) == 0) {}");
    witness("d quick one", "");
  }

  private void witness(String student, String before) throws IOException {
    Path file = folder.resolve("in").resolve(student).resolve("MyTransientWitness.java");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        import longrange.exercises.ch03.*;

        class MyTransientWitness implements TransientWitness {
          public double[][] matrix() {
            %s
            return new double[][] {{0.95, 2}, {0, 0.95}};
          }
        }
        """
            .formatted(before));
  }

  private Process start(String out) throws IOException {
    GradeProcess grade = new GradeProcess(folder.resolve("tree-" + Path.of(out).getFileName()));
    return grade.start(
        folder.resolve("said.txt"),
        folder.resolve("in").toString(),
        "--out",
        folder.resolve(out).toString(),
        "--only",
        "3.4",
        "--time",
        "3");
  }

  private String said() {
    try {
      return Files.readString(folder.resolve("said.txt"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void aStoppedRunLeavesItsJournalAndNothingElse(String signal) throws Exception {
    Assumptions.assumeFalse(signal.equals("INT") && isIgnored(SIGINT), "SIGINT is ignored here");
    Path out = folder.resolve("out");
    Process process = start("out");
    while (process.isAlive() && lines(out.resolve("journal.jsonl")) < 2) {
      Thread.sleep(20);
    }
    assertTrue(process.isAlive(), this::said);
    new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor();
    assertTrue(process.waitFor(20, TimeUnit.SECONDS), "it does not stop");

    assertEquals(List.of(), left(process.pid()), this::said);
    assertEquals(List.of("journal.jsonl"), names(out));
    assertTrue(said().contains("The same command goes on from there."), said());
    assertFalse(said().contains("Exception"), said());

    Process again = start("out");
    if (!again.waitFor(2, TimeUnit.MINUTES)) {
      again.destroyForcibly();
      Assertions.fail(said());
    }
    assertEquals(0, again.exitValue(), this::said);
    assertEquals(List.of("OK", "TIMEOUT", "TIMEOUT", "OK"), statuses(out));
    assertTrue(said().contains("Graded 4 students"), said());
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamedAtOnce() throws Exception {
    Process process = start("/proc/nobody/out");
    assertTrue(process.waitFor(1, TimeUnit.MINUTES), this::said);
    assertEquals(2, process.exitValue(), this::said);
    assertTrue(
        said()
            .contains(
                "The folder /proc/nobody/out cannot be written: name another folder with --out."),
        said());
  }

  /// Whether this process was started so that it and its children do not hear a signal.
  private static boolean isIgnored(int signal) throws IOException {
    String ignored =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .findFirst()
            .orElse("SigIgn: 0");
    return (Long.parseUnsignedLong(ignored.substring(7).strip(), 16) >> (signal - 1) & 1) == 1;
  }

  private static long lines(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file).chars().filter(c -> c == '\n').count() : 0;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  /// Folders and processes that bear the number of a grader.
  private static List<String> left(long grader) throws IOException {
    String mark = "longrange-" + grader + "-";
    List<String> left = new ArrayList<>(names(Path.of(System.getProperty("java.io.tmpdir"))));
    left.removeIf(name -> !name.startsWith(mark));
    try (Stream<Path> all = Files.list(Path.of("/proc"))) {
      for (Path process : all.filter(each -> each.toString().matches("/proc/\\d+")).toList()) {
        try {
          String line = Files.readString(process.resolve("cmdline")).replace('\0', ' ');
          if (line.contains(mark)) {
            left.add(line);
          }
        } catch (IOException e) {
          // It has ended meanwhile.
        }
      }
    }
    return left;
  }

  private static List<String> statuses(Path out) throws IOException {
    List<String> statuses = new ArrayList<>();
    JsonNode results = new ObjectMapper().readTree(out.resolve("results.json").toFile());
    results
        .path("students")
        .forEach(each -> statuses.add(each.path("exercises").path(0).path("status").asText()));
    return statuses;
  }
}
