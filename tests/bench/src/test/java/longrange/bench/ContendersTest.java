package longrange.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import longrange.linalg.kernels.BackendChoice;
import longrange.linalg.kernels.Hindrance;
import longrange.linalg.kernels.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is timed is right, on the kernels on which it is timed.
class ContendersTest {
  private static final Path MADE = Path.of("../../.course").toAbsolutePath().normalize();

  @TempDir private Path folder;

  /// Of each kind and cell in each precision one, of sizes that are no multiple of anything.
  private static Stream<Work> small() {
    Stream<Work> steps =
        Stream.of("lstm", "lstm-decaying", "gru", "rnn")
            .flatMap(cell ->
                Stream.of(Precision.values())
                    .map(precision -> new Work("step", cell, precision, 5, 6, 4, 1)));
    return Stream.concat(steps, Stream.of(Work.of("probe rnn double 5 7 1 1")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"vector", "rows"})
  void whatIsTimedHasTheLossesAndGradientsOfTheReference(String kernels) throws IOException {
    Optional<Hindrance> hindrance =
        kernels.equals("vector") ? BackendChoice.hindrance() : Optional.empty();
    assumeTrue(hindrance.isEmpty(), () -> hindrance.orElseThrow().sentence());
    List<Work> works =
        Stream.concat(small(), Against.works().filter(work -> work.units() == 64)).toList();
    try (Contenders contenders = new Contenders(folder)) {
      contenders.startCourse("longrange", kernels);
      contenders.startCourse("ejml", "ejml");
      assertEquals(kernels, contenders.kernels());
      assertTrue(contenders.versions().contains("; longrange, kernels ejml, JDK "));
      for (Work work : works) {
        assertEquals(1, contenders.take(work).size());
      }
      Timing timing = contenders.ours().time(0.001);
      assertTrue(0 < timing.fastest() && timing.fastest() <= timing.median());
    }
  }

  @Test
  void aContenderThatEndsSaysWhy() throws IOException {
    try (Contenders contenders = new Contenders(folder)) {
      var error =
          assertThrows(IOException.class, () -> contenders.startCourse("longrange", "none"));
      assertEquals(
          "The contender longrange has ended: -Dlongrange.kernels=none names no kernels: use one of"
              + " ejml, rows, vector, or leave it out%nAll that it said: %s"
                  .formatted(folder.resolve("contenders.log")),
          error.getMessage());
    }
  }

  @Test
  void theScriptOfTorchIsPython() throws IOException, InterruptedException {
    Path python =
        Path.of(
            System.getProperty("longrange.python", MADE.resolve("python/bin/python").toString()));
    assumeTrue(Files.isExecutable(python), "there is no Python: ./course test makes it");
    Path script = Path.of("src/main/resources/longrange/bench/contender.py").toAbsolutePath();
    String compile = "import sys; compile(open(sys.argv[1], 'rb').read(), sys.argv[1], 'exec')";
    Process process =
        new ProcessBuilder(python.toString(), "-c", compile, script.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
  }

  /// Torch is 5.4 GB, and nothing else needs it: only `./course bench --against torch` fetches it.
  @Test
  void torchHasOurLossesGradientsAndNorms() throws IOException {
    Path complete = MADE.resolve("torch/complete");
    String made = Files.exists(complete) ? MADE.resolve("torch/bin/python").toString() : "";
    String python = System.getProperty("longrange.torch", made);
    assumeTrue(
        !python.isEmpty(),
        "there is no torch: ./course bench --against torch fetches it, or name a Python that has"
            + " it by -Dlongrange.torch=");
    try (Contenders contenders = new Contenders(folder)) {
      contenders.startCourse("longrange", "");
      contenders.startTorch(python);
      for (Work work : small().toList()) {
        assertEquals(2, contenders.take(work).size());
      }
      Timing timing = contenders.others(Work.of("probe rnn double 5 7 1 1")).getLast().time(0.001);
      assertTrue(0 < timing.fastest() && timing.fastest() <= timing.median());
    }
  }
}
