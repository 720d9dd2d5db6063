package longrange.probes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import longrange.cells.Activation;
import longrange.cells.Rnn;
import longrange.linalg.Matrices;
import longrange.linalg.Sequences;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class LyapunovSpectrumTest {
  @Test
  void aLinearNetworkHasTheLogarithmsOfItsEigenvaluesModuli() {
    DMatrixRMaj w = Matrices.of(new double[][] {{0.5, 3, 1}, {0, 2, -4}, {0, 0, 0.9}});
    Rnn linear = Rnn.fromColumns(w).with(Activation.IDENTITY);
    double[] spectrum =
        LyapunovSpectrum.of(linear, Sequences.zeros(400, 1, 3), new DMatrixRMaj(1, 3), 200);
    assertArrayEquals(new double[] {Math.log(2), Math.log(0.9), Math.log(0.5)}, spectrum, 1e-9);
  }

  /// A frame's volume grows by `|det J|` at each step, however it is turned.
  @Test
  void theExponentsSumToTheMeanLogarithmOfTheDeterminant() {
    Random random = new Random(4);
    Rnn rnn = Rnn.fromColumns(Matrices.gaussian(5, 5, 0.8, random));
    List<DMatrixRMaj> inputs = Sequences.gaussian(60, 1, 5, 0.5, random);
    DMatrixRMaj s0 = Matrices.gaussian(1, 5, 1, random);
    List<DMatrixRMaj> states = rnn.states(inputs, s0);
    double sum = 0;
    for (int t = 0; t < 60; t++) {
      sum += Math.log(Math.abs(CommonOps_DDRM.det(rnn.jacobian(inputs.get(t), states.get(t)))));
    }
    assertEquals(sum / 60, DoubleStream.of(LyapunovSpectrum.of(rnn, inputs, s0, 0)).sum(), 1e-10);
  }

  /// The chaotic network of the third chapter, `W = [[3,3],[-3,-3]]`, b = (-1.5, 3), no input, from
  /// the origin. Two views of one rate: the frame that goes forward, the probe that goes back.
  @Test
  void theFirstExponentIsTheRateOfTheProbesNorm() {
    Rnn rnn = Rnn.fromColumns(Matrices.of(new double[][] {{3, 3}, {-3, -3}}), -1.5, 3);
    int steps = 2000;
    DMatrixRMaj origin = new DMatrixRMaj(1, 2);
    double[] spectrum = LyapunovSpectrum.of(rnn, Sequences.zeros(steps, 1, 2), origin, 0);
    double probed = JacobianProbe.of(rnn).run(steps, origin).log10Norm(steps) * Math.log(10);
    assertEquals(probed / steps, spectrum[0], 2.0 / steps);
  }

  @Test
  void aForgottenDirectionHasExponentMinusInfinity() {
    Rnn linear =
        Rnn.fromColumns(Matrices.of(new double[][] {{1, 0}, {0, 0}})).with(Activation.IDENTITY);
    double[] spectrum =
        LyapunovSpectrum.of(linear, Sequences.zeros(3, 1, 2), new DMatrixRMaj(1, 2), 0);
    assertArrayEquals(new double[] {0, Double.NEGATIVE_INFINITY}, spectrum);
  }

  @Test
  void skippingEveryStepIsRefused() {
    Rnn rnn = Rnn.fromColumns(Matrices.row(2));
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> LyapunovSpectrum.of(rnn, Sequences.zeros(3, 1, 1), Matrices.row(0), 3));
    assertEquals("skipped is 3 of 3 steps: need 0 ≤ skipped < steps", error.getMessage());
  }
}
