package longrange.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import longrange.linalg.Matrices;
import longrange.linalg.kernels.Precision;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is timed is right; how long it takes is nobody's claim here.
class BenchTest {
  private static final Work SMALL = new Work("step", "lstm", Precision.DOUBLE, 5, 6, 4, 1);

  @Test
  void aStepIsTheSameWorkAgainAndAgain() {
    StepTask task = new StepTask(SMALL);
    List<DMatrixRMaj> first = task.result().stream().map(DMatrixRMaj::copy).toList();
    assertEquals(SMALL.results().size(), first.size());
    task.run();
    for (int i = 0; i < first.size(); i++) {
      assertArrayEquals(first.get(i).data, task.result().get(i).data);
    }
    assertTrue(task.sweep().loss() != first.getFirst().get(0), "the step has not learned");
  }

  @ParameterizedTest
  @ValueSource(strings = {"step lstm single 64 100 32 1", "step rnn double 5 6 4 1"})
  void aStepWithoutTheTapeHasTheSameLossAndGradients(String line) {
    Work work = Work.of(line);
    StepTask task = new StepTask(work);
    Agreement.check(
        work, "bare arrays", task.result(), new BareStep(task, work.precision()).sweep());
  }

  /// The tape's share of a GRU's weights stands apart from the kernels'.
  @Test
  void aGruStepWithoutTheTapeHasTheSameGradients() {
    Work work = Work.of("step gru double 5 6 4 1");
    StepTask task = new StepTask(work);
    List<DMatrixRMaj> bare = new ArrayList<>(new BareStep(task, work.precision()).sweep());
    DMatrixRMaj recurrent = bare.remove(2);
    bare.add(2, Matrices.columns(recurrent, 5, 15));
    bare.add(3, Matrices.columns(recurrent, 0, 5));
    Agreement.check(work, "bare arrays", task.result(), bare);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8})
  void aChainOnTheTapeHasTheAdjointsOfTheSameOnBareArrays(int n) {
    TapeBenchmark chain = new TapeBenchmark();
    chain.n = n;
    chain.draw();
    for (int i = 0; i < 2; i++) {
      double[] expected = chain.bare().get(i).data;
      double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
      assertTrue(largest > 0.1);
      assertArrayEquals(expected, chain.tape().get(i).data, 1e-12 * largest);
    }
  }

  @Test
  void aSampleCountsByTheClassOfTheKernelsThatItFinds() throws ReflectiveOperationException {
    String kernels = "longrange.linalg.kernels.";
    for (String name : Samples.CLASSES.keySet()) {
      String nested = name.contains("$") ? name.replace("$", "64$") : name + "64";
      String type =
          switch (name) {
            case "Copies" -> kernels + name;
            case "EjmlKernels" -> "longrange.linalg." + name;
            default -> kernels + nested;
          };
      assertEquals(type, Class.forName(type).getName());
      assertEquals(Samples.CLASSES.get(name), Samples.part(type, "any"));
    }
    List<String> methods =
        Arrays.stream(Class.forName(kernels + "VectorArithmetic64").getDeclaredMethods())
            .map(Method::getName)
            .toList();
    assertTrue(methods.containsAll(Samples.LAYOUT_METHODS));
    assertEquals(Samples.Part.LAYOUT, Samples.part(kernels + "VectorArithmetic32", "fill"));
    assertEquals(Samples.Part.GATES, Samples.part(kernels + "VectorExp32", "tanh"));
    assertEquals(Samples.Part.PRODUCTS, Samples.part(kernels + "RowArithmetic64", "addFour"));
    assertEquals(Samples.Part.REST, Samples.part("longrange.training.Adam", "step"));
  }

  @Test
  void whatRunsIsSeen() {
    StepTask task = new StepTask(Work.of("step lstm double 64 20 8 1"));
    Samples samples = Samples.of(task::run, Duration.ofSeconds(2));
    double all = Arrays.stream(Samples.Part.values()).mapToDouble(samples::share).sum();
    assertEquals(1, all, 1e-12);
  }

  @Test
  void everyWorkOfTheTableCanBeDone() {
    assertTrue(Against.works().count() > 30);
    assertEquals(List.of(), Against.having(List.of("lstn")));
    assertEquals(4, Against.having(List.of("lstm", "64", "100")).size());
    Against.works().forEach(work -> assertEquals(work, Work.of(work.line())));
    assertEquals(3 * 2 * 4.0 * 5 * 7 * 4 * 6, Profile.operations(SMALL));
  }
}
