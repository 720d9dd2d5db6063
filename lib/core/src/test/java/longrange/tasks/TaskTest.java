package longrange.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every task must hold, whatever it asks.
class TaskTest {
  private static final String ALL = "longrange.tasks.TaskSpecimen#all";

  @ParameterizedTest
  @MethodSource(ALL)
  void theSameSeedDrawsTheSameBatchAndAnotherSeedAnother(TaskSpecimen specimen) {
    String first = print(specimen.task().batch(5, new Random(9)));
    assertEquals(first, print(specimen.task().batch(5, new Random(9))));
    assertNotEquals(first, print(specimen.task().batch(5, new Random(10))));
  }

  private static String print(Batch batch) {
    List<DMatrixRMaj> all = new ArrayList<>(batch.inputs());
    batch.targets().forEach(target -> all.addAll(List.of(target.values(), target.asked())));
    return all.stream().map(m -> Arrays.toString(m.data)).toList().toString();
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void aBatchHasTheSizesThatTheTaskNames(TaskSpecimen specimen) {
    Task task = specimen.task();
    for (int size : new int[] {1, 4}) {
      Batch batch = task.batch(size, new Random(size));
      assertEquals(size, batch.size());
      batch.inputs().forEach(x -> assertShape(size, task.inputSize(), x));
      int before = -1;
      for (Target target : batch.targets()) {
        assertShape(size, task.targetSize(), target.values());
        assertShape(size, 1, target.asked());
        assertTrue(target.time() > before && target.time() < batch.inputs().size(), "time");
        before = target.time();
      }
    }
  }

  private static void assertShape(int rows, int cols, DMatrixRMaj m) {
    assertEquals(rows + "," + cols, m.getNumRows() + "," + m.getNumCols());
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void everySequenceIsAskedAndAClassIsOneClass(TaskSpecimen specimen) {
    Batch batch = specimen.task().batch(30, new Random(4));
    DMatrixRMaj times = new DMatrixRMaj(30, 1);
    for (Target target : batch.targets()) {
      CommonOps_DDRM.addEquals(times, target.asked());
      assertTrue(CommonOps_DDRM.elementMax(target.asked()) == 1, "a target that asks nobody");
      for (int row = 0; row < 30; row++) {
        double asked = target.asked().get(row, 0);
        assertTrue(asked == 0 || asked == 1, "asked");
        if (batch.loss() == Loss.CROSS_ENTROPY && asked == 1) {
          DMatrixRMaj values = CommonOps_DDRM.extractRow(target.values(), row, null);
          assertEquals(1, CommonOps_DDRM.elementSum(values));
          assertEquals(1, CommonOps_DDRM.elementMax(values));
        }
      }
    }
    assertTrue(CommonOps_DDRM.elementMin(times) >= 1, "a sequence is never asked");
    assertEquals(CommonOps_DDRM.elementSum(times), batch.questions());
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void whatIsAskedCanBeReadOffTheInputs(TaskSpecimen specimen) {
    assumeTrue(specimen.decoder().isPresent(), "no answer is certain");
    TaskSpecimen.Decoder decoder = specimen.decoder().orElseThrow();
    Batch batch = specimen.task().batch(100, new Random(5));
    List<DMatrixRMaj> answers =
        batch.targets().stream().map(target -> decoded(batch, target, decoder)).toList();
    assertEquals(specimen.task().floor(), batch.lossOf(answers), 1e-20);
  }

  private static DMatrixRMaj decoded(Batch batch, Target target, TaskSpecimen.Decoder decoder) {
    DMatrixRMaj answers = new DMatrixRMaj(batch.size(), target.values().getNumCols());
    for (int row = 0; row < batch.size(); row++) {
      if (target.asked().get(row, 0) == 1) {
        double[] answer = decoder.answer(TaskSpecimen.inputs(batch, row), target.time());
        for (int j = 0; j < answer.length; j++) {
          answers.set(row, j, answer[j]);
        }
      }
    }
    return answers;
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void theBestAnswerWithoutMemoryCostsTheBaseline(TaskSpecimen specimen) {
    Task task = specimen.task();
    double baseline = task.baseline();
    double questions = task.batch(20, new Random(1)).questions() / 20;
    Batch toFit = task.batch((int) (20_000 / questions), new Random(6));
    Forgetful forgetful = Forgetful.fitted(specimen.baselineSees(), toFit);
    Random random = new Random(7);
    double[] losses = new double[20];
    for (int i = 0; i < losses.length; i++) {
      Batch batch = task.batch((int) (1000 / questions) + 2, random);
      losses[i] = batch.lossOf(forgetful.answers(batch));
    }
    double mean = Arrays.stream(losses).average().orElseThrow();
    double variance = Arrays.stream(losses).map(l -> (l - mean) * (l - mean)).sum() / 19;
    // Four standard errors of this measurement, what fitted means cost more than the true ones, and
    // four standard errors of a baseline that is itself an estimate.
    double estimated = task instanceof SeriesTask ? 0.04 * baseline : 0;
    double tolerance = 4 * Math.sqrt(variance / 20) + forgetful.excess() + estimated + 1e-12;
    assertEquals(baseline, mean, tolerance);
    assertTrue(tolerance < 0.15 * baseline, "a tolerance of " + tolerance);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void rememberingPays(TaskSpecimen specimen) {
    assertTrue(specimen.task().floor() >= 0);
    assertTrue(specimen.task().floor() < 0.95 * specimen.task().baseline());
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void aBatchOfNoSequencesIsRefused(TaskSpecimen specimen) {
    var error =
        assertThrows(IllegalArgumentException.class, () -> specimen.task().batch(0, new Random(1)));
    assertEquals(
        "a batch has nothing to learn from: need a sequence, an input and a question",
        error.getMessage());
  }
}
