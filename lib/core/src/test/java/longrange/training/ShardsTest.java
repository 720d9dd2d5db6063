package longrange.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import longrange.cells.CellKind;
import longrange.linalg.Agree;
import longrange.linalg.kernels.Precision;
import longrange.models.Model;
import longrange.models.RecurrentNetwork;
import longrange.tasks.AddingProblem;
import longrange.tasks.Batch;
import longrange.tasks.EmbeddedReber;
import longrange.tasks.Task;
import org.junit.jupiter.api.Test;

class ShardsTest {
  private static final RecurrentNetwork LSTM = new RecurrentNetwork(new CellKind.Lstm(1), 16);

  private static Swept swept(Task task, int batch, int shards) {
    Random random = new Random(4);
    Model model = LSTM.seeded(task.inputSize(), task.targetSize(), random);
    Batch drawn = task.batch(batch, random);
    Arithmetic arithmetic = new Arithmetic(Precision.DOUBLE, shards);
    return new Shards(new Truncation.None(), arithmetic).sweep(model, drawn);
  }

  /// The sequences of the second task differ in length, and so in how many questions they ask.
  @Test
  void partsOfABatchAddUpToItsLossAndItsGradient() {
    for (Task task : List.of(new AddingProblem(60), new EmbeddedReber())) {
      Swept whole = swept(task, 203, 1);
      for (int shards : new int[] {2, 3, 203, 1000}) {
        Swept parts = swept(task, 203, shards);
        assertEquals(whole.loss(), parts.loss(), 1e-13);
        for (int p = 0; p < whole.gradients().size(); p++) {
          Agree.within(1e-13, whole.gradients().get(p), parts.gradients().get(p));
        }
      }
    }
  }

  @Test
  void noFigureDependsOnWhichThreadWasFirst() {
    Swept once = swept(new AddingProblem(60), 64, 3);
    for (int i = 0; i < 20; i++) {
      Swept again = swept(new AddingProblem(60), 64, 3);
      assertEquals(once.loss(), again.loss());
      for (int p = 0; p < once.gradients().size(); p++) {
        Agree.within(0, once.gradients().get(p), again.gradients().get(p));
      }
    }
  }

  @Test
  void anInterruptDoesNotLoseAPart() {
    Thread.currentThread().interrupt();
    Swept interrupted = swept(new AddingProblem(60), 64, 2);
    assertTrue(Thread.interrupted());
    assertEquals(swept(new AddingProblem(60), 64, 2).loss(), interrupted.loss());
  }

  @Test
  void whatFailsInAPartFailsInTheStep() {
    Random random = new Random(4);
    Model narrow = LSTM.seeded(1, 1, random);
    Batch wide = new AddingProblem(60).batch(64, random);
    Arithmetic arithmetic = Arithmetic.standard();
    Shards shards = new Shards(new Truncation.None(), arithmetic);
    assertThrows(IllegalArgumentException.class, () -> shards.sweep(narrow, wide));
  }

  /// Rounding is amplified by training as by any long recurrence; over 100 steps it stays small.
  @Test
  void inSinglePrecisionTheLossFallsAlongTheSameCurve() {
    RunConfig config = RunConfig.of(new AddingProblem(20), LSTM).withSteps(100);
    double[] exact = Trainer.of(config).run().losses();
    double[] single = Trainer.of(config.withPrecision(Precision.SINGLE)).run().losses();
    assertTrue(IntStream.range(0, 100).anyMatch(i -> exact[i] != single[i]) || fusesNothing());
    for (int i = 0; i < 100; i++) {
      assertEquals(exact[i], single[i], 1e-4 * exact[0], "step " + (i + 1));
    }
  }

  private static boolean fusesNothing() {
    return longrange.linalg.Kernels.chosen().fusing().isEmpty();
  }
}
