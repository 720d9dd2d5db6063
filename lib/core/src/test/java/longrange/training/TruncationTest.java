package longrange.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import longrange.autodiff.Tape;
import longrange.cells.Activation;
import longrange.cells.CellKind;
import longrange.cells.Rnn;
import longrange.linalg.Agree;
import longrange.linalg.Matrices;
import longrange.linalg.Sequences;
import longrange.models.BidirectionalNetwork;
import longrange.models.Model;
import longrange.models.Readout;
import longrange.models.RecurrentNetwork;
import longrange.models.SequenceModel;
import longrange.probes.GradientByLag;
import longrange.tasks.Batch;
import longrange.tasks.CopyMemory;
import longrange.tasks.Loss;
import longrange.tasks.Target;
import longrange.tasks.Task;
import longrange.training.Truncation.Chunks;
import longrange.training.Truncation.Start;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class TruncationTest {
  private static final Truncation NONE = new Truncation.None();
  private static final Task COPY = new CopyMemory(5, 3, 4);

  private final Random random = new Random(11);
  private final Batch batch = COPY.batch(4, random);
  private final Model lstm =
      new RecurrentNetwork(new CellKind.Lstm(1), 5)
          .seeded(COPY.inputSize(), COPY.targetSize(), random);

  @Test
  void aChunkAsLongAsTheSequenceTruncatesNothing() {
    int length = batch.inputs().size();
    for (Start start : Start.values()) {
      assertSame(
          NONE.sweep(lstm, batch, Tape::training),
          new Chunks(length, start).sweep(lstm, batch, Tape::training));
    }
  }

  /// The forward pass is the same, so the loss is; the gradient is not.
  @Test
  void carriedChunksHaveTheWholeLossAndAnotherGradient() {
    Swept whole = NONE.sweep(lstm, batch, Tape::training);
    Swept carried = new Chunks(2, Start.CARRIED).sweep(lstm, batch, Tape::training);
    assertEquals(whole.loss(), carried.loss(), 1e-14);
    assertTrue(distance(whole, carried) > 1e-3);
  }

  @Test
  void resetChunksAreSequencesOfTheirOwn() {
    Swept carried = new Chunks(2, Start.CARRIED).sweep(lstm, batch, Tape::training);
    Swept reset = new Chunks(2, Start.RESET).sweep(lstm, batch, Tape::training);
    assertTrue(Math.abs(carried.loss() - reset.loss()) > 1e-6);
  }

  /// `h_t = 0.9 h_{t-1} + 1`, 50 steps, the loss `½ Σ (h_t - y_t)²` with targets one below each
  /// state, so that every adjoint `∂ℓ_t/∂h_t` is 1: the share of chunks that the probe says.
  @Test
  void chunksKeepTheShareThatTheProbeMeasures() {
    Rnn leaky = Rnn.fromColumns(Matrices.row(0.9), 1).with(Activation.IDENTITY);
    List<DMatrixRMaj> silence = Sequences.zeros(50, 1, 1);
    List<DMatrixRMaj> states = leaky.states(silence, Matrices.row(0));
    List<Target> targets =
        IntStream.range(0, 50)
            .mapToObj(t -> Target.toAll(t, Matrices.row(states.get(t + 1).get(0) - 1)))
            .toList();
    Batch sums = new Batch(silence, targets, Loss.SQUARED_ERROR);
    Model model = new SequenceModel(leaky, new Readout(Matrices.row(1), Matrices.row(0)));
    GradientByLag probe =
        GradientByLag.everywhere(
            leaky,
            List.of(leaky.wh()),
            silence,
            Matrices.row(0),
            Collections.nCopies(50, Matrices.row(1)));
    int wh = 1; // after wx
    double whole = NONE.sweep(model, sums, Tape::training).gradients().get(wh).get(0);
    for (int k : new int[] {5, 10, 20, 35}) {
      Swept chunks = new Chunks(k, Start.CARRIED).sweep(model, sums, Tape::training);
      assertEquals(probe.chunks(k), chunks.gradients().get(wh).get(0) / whole, 1e-12);
    }
  }

  @Test
  void aTrainingMayBeTruncated() {
    RunConfig config =
        RunConfig.of(COPY, new RecurrentNetwork(new CellKind.Lstm(1), 5))
            .withSteps(2)
            .withTruncation(new Chunks(3, Start.CARRIED));
    double[] losses = Trainer.of(config).run().losses();
    double[] whole = Trainer.of(config.withTruncation(NONE)).run().losses();
    assertEquals(whole[0], losses[0], 1e-14);
    assertTrue(Math.abs(whole[1] - losses[1]) > 1e-9);
  }

  @Test
  void aModelWithoutAStateIsRefused() {
    Model twoWays =
        new BidirectionalNetwork(new CellKind.Lstm(1), 3)
            .seeded(COPY.inputSize(), COPY.targetSize(), random);
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Chunks(2, Start.CARRIED).sweep(twoWays, batch, Tape::training));
    assertEquals(
        "Bidirectional has no state to go on from: only a recurrent layer can read a sequence in"
            + " parts",
        error.getMessage());
    assertThrows(IllegalArgumentException.class, () -> new Chunks(0, Start.RESET));
  }

  private static void assertSame(Swept a, Swept b) {
    assertEquals(a.loss(), b.loss(), 1e-14);
    for (int i = 0; i < a.gradients().size(); i++) {
      Agree.within(1e-13, a.gradients().get(i), b.gradients().get(i));
    }
  }

  private static double distance(Swept a, Swept b) {
    return IntStream.range(0, a.gradients().size())
        .mapToDouble(i ->
            CommonOps_DDRM.elementMaxAbs(
                CommonOps_DDRM.subtract(a.gradients().get(i), b.gradients().get(i), null)))
        .max()
        .orElseThrow();
  }
}
