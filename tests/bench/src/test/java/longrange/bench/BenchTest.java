package longrange.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import longrange.linalg.kernels.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is timed is right; how long it takes is nobody's claim here.
class BenchTest {
  private static final Work SMALL = new Work("step", "lstm", Precision.DOUBLE, 5, 6, 4, 1);

  @TempDir private Path folder;

  /// A contender of the other kernels, in a process of its own.
  private Peer contender(String kernels) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dlongrange.kernels=" + kernels,
                "-cp",
                System.getProperty("java.class.path"),
                Contender.class.getName()));
    return Peer.start(kernels, command, folder.resolve("errors"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "step lstm double 5 6 4 1",
        "step gru double 5 6 4 2",
        "step rnn double 5 6 4 1",
        "step lstm single 5 6 4 1",
        "step lstm-decaying single 5 6 4 1",
        "probe rnn double 5 7 1 1"
      })
  void contendersWithOtherKernelsComeToTheSameLossesAndGradients(String line) throws IOException {
    Work work = Work.of(line);
    assertEquals(line, work.line());
    try (Peer fast = contender("rows");
        Peer reference = contender("ejml")) {
      assertTrue(reference.greeting().startsWith("longrange, kernels ejml"));
      fast.take(work, folder.resolve("numbers"));
      reference.take(work, folder.resolve("numbers"));
      double[] ours = fast.result(folder.resolve("result"));
      double[] theirs = reference.result(folder.resolve("result"));
      assertTrue(ours.length >= 7);
      Agreement.check(work, "ejml", ours, theirs);
      Timing timing = reference.time(0.001);
      assertTrue(0 < timing.fastest() && timing.fastest() <= timing.median());
    }
  }

  @Test
  void aStepIsTheSameWorkAgainAndAgain() {
    StepTask task = new StepTask(SMALL);
    double[] first = task.result().clone();
    task.run();
    assertArrayEquals(first, task.result());
    assertTrue(task.sweep().loss() != first[0], "the step has not learned");
  }

  @Test
  void whatDiffersIsNotTimed() {
    double[] ours = {1, 2};
    Agreement.check(SMALL, "peer", ours, new double[] {1, 2 + 1e-10});
    var error =
        assertThrows(
            IllegalStateException.class,
            () -> Agreement.check(SMALL, "peer", ours, new double[] {1, 2.1}));
    assertEquals(
        "step lstm double 5 6 4 1: results differ from peer's by 5.0e-02 of the largest, and"
            + " 1.0e-09 is rounding: not timed",
        error.getMessage());
    assertThrows(
        IllegalStateException.class, () -> Agreement.check(SMALL, "peer", ours, new double[] {1}));
    assertThrows(
        IllegalStateException.class,
        () -> Agreement.check(SMALL, "peer", ours, new double[] {1, Double.NaN}));
  }

  @Test
  void aRatioIsThatOfTheMediansAndItsRangeThatOfTheRounds() {
    Row row =
        new Row(
            SMALL,
            "torch, flushing",
            List.of(new Timing(2, 1), new Timing(4, 4), new Timing(3, 2)),
            List.of(new Timing(6, 5), new Timing(6, 4), new Timing(30, 9)));
    assertEquals(2, row.ratio());
    assertEquals(1.5, row.least());
    assertEquals(10, row.most());
    assertEquals(4, row.atBest());
    String line = row.csv("a machine", "two versions");
    assertEquals(
        "lstm step,double,5,6,4,1,3.00,\"torch, flushing\",6.00,2.00,1.50,10.00,4.00,a machine,two"
            + " versions\n",
        line);
    assertEquals(Row.CSV_HEAD.split(",").length, line.replace(", ", "").split(",").length);
  }

  @Test
  void aSampleCountsByTheClassOfTheKernelsThatItFinds() throws ReflectiveOperationException {
    String kernels = "longrange.linalg.kernels.";
    for (String name : Samples.CLASSES.keySet()) {
      String nested = name.contains("$") ? name.replace("$", "64$") : name + "64";
      String type = kernels + (name.equals("Copies") ? name : nested);
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
