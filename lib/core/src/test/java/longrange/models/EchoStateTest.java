package longrange.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import longrange.cells.Activation;
import longrange.cells.Rnn;
import longrange.linalg.Agree;
import longrange.linalg.Matrices;
import longrange.linalg.SpectralRadius;
import longrange.tasks.Batch;
import longrange.tasks.Loss;
import longrange.tasks.Target;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class EchoStateTest {
  @Test
  void aReservoirIsScaledToItsSpectralRadius() {
    Rnn reservoir = EchoState.reservoir(2, 20, 0.9, 0.3, new Random(1));
    assertEquals(0.9, SpectralRadius.of(reservoir.wh()), 1e-12);
    assertTrue(CommonOps_DDRM.elementMaxAbs(reservoir.wx()) <= 0.3);
    assertTrue(CommonOps_DDRM.elementMaxAbs(reservoir.b()) <= 0.3);
  }

  /// A linear unit that holds the last input; what is asked is `3 x - 2`.
  @Test
  void theReadoutFindsALinearAnswerWithItsBias() {
    Rnn last = new Rnn(Matrices.row(1), Matrices.row(0), Matrices.row(0), Activation.IDENTITY);
    Batch batch = recall(50, 0, x -> 3 * x - 2);
    EchoState fitted = EchoState.fitted(last, batch, 0, 0);
    Agree.within(1e-12, Matrices.row(3), fitted.readout().v());
    Agree.within(1e-12, Matrices.row(-2), fitted.readout().c());
    assertEquals(0, fitted.loss(batch), 1e-24);
  }

  /// Short-term memory (Jaeger 2001): the input of ten steps ago. Fifty units, radius 0.9, U and
  /// bias ±0.1, 1000 steps, λ = 1e-8; the error is on fresh inputs, in units of the variance 1/3
  /// that an answer without memory pays. Seen here, seeds 0 to 4: 0.010 to 0.025; of twenty steps
  /// ago 0.43 to 0.96, of forty 1.04 to 1.12.
  @Test
  void anEchoStateNetworkRecallsTheNearPastAndNotTheFar() {
    for (int seed = 0; seed < 5; seed++) {
      Rnn reservoir = EchoState.reservoir(1, 50, 0.9, 0.1, new Random(seed));
      assertTrue(error(reservoir, 10, seed) < 0.05, "seed " + seed);
      assertTrue(error(reservoir, 40, seed) > 0.8, "seed " + seed);
    }
  }

  private static double error(Rnn reservoir, int lag, int seed) {
    EchoState fitted = EchoState.fitted(reservoir, recall(seed, lag, x -> x), 100, 1e-8);
    return fitted.loss(recall(seed + 100, lag, x -> x)) * 3;
  }

  @Test
  void questionsBeforeTheWashoutAreNotFitted() {
    Rnn last = new Rnn(Matrices.row(1), Matrices.row(0), Matrices.row(0), Activation.IDENTITY);
    List<DMatrixRMaj> inputs =
        List.of(Matrices.row(5), Matrices.row(1), Matrices.row(2), Matrices.row(3));
    List<Target> targets = new ArrayList<>(List.of(Target.toAll(0, Matrices.row(-1000))));
    for (int t = 1; t < 4; t++) {
      targets.add(Target.toAll(t, Matrices.row(2 * t)));
    }
    Batch batch = new Batch(inputs, targets, Loss.SQUARED_ERROR);
    Agree.within(1e-12, Matrices.row(2), EchoState.fitted(last, batch, 1, 0).readout().v());
    var error =
        assertThrows(IllegalArgumentException.class, () -> EchoState.fitted(last, batch, 4, 0));
    assertEquals(
        "no question is left to fit the readout: need one after the washout", error.getMessage());
  }

  @Test
  void noGradientChangesAnEchoStateNetwork() {
    Rnn reservoir = EchoState.reservoir(1, 5, 0.9, 0.1, new Random(1));
    assertEquals(0, EchoState.fitted(reservoir, recall(1, 2, x -> x), 10, 1e-8).parameterCount());
  }

  private interface Answer {
    double of(double x);
  }

  /// One sequence of 1000 numbers, uniform in ±1; after each is asked for that of some steps ago.
  private static Batch recall(int seed, int lag, Answer answer) {
    Random random = new Random(seed);
    List<DMatrixRMaj> inputs = new ArrayList<>();
    List<Target> targets = new ArrayList<>();
    for (int t = 0; t < 1000; t++) {
      inputs.add(Matrices.row(random.nextDouble(-1, 1)));
      if (t >= lag) {
        targets.add(Target.toAll(t, Matrices.row(answer.of(inputs.get(t - lag).get(0)))));
      }
    }
    return new Batch(inputs, targets, Loss.SQUARED_ERROR);
  }
}
