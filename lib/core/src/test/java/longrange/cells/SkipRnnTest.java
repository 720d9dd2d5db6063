package longrange.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import longrange.linalg.Agree;
import longrange.linalg.Matrices;
import longrange.linalg.Sequences;
import longrange.probes.JacobianProbe;
import longrange.probes.Jacobians;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class SkipRnnTest {
  /// One unit that reads only what it was three steps ago, with weight ½: from the state (1, 2, 3),
  /// newest first, it makes `tanh ½·3`, then `tanh ½·2`.
  @Test
  void theShortcutReadsTheOldestLayer() {
    DMatrixRMaj wh = Matrices.of(new double[][] {{0}, {0.5}});
    var cell = new SkipRnn(new DMatrixRMaj(0, 1), wh, Matrices.row(0), 3);
    List<DMatrixRMaj> states = cell.states(Sequences.zeros(2, 1, 0), Matrices.row(1, 2, 3));
    double first = Math.tanh(1.5);
    Agree.within(1e-15, Matrices.row(first, 1, 2), states.get(1));
    Agree.within(1e-15, Matrices.row(Math.tanh(1), first, 1), states.get(2));
  }

  /// Two ways from a layer to the next: over twelve steps the shortcut of four needs three factors
  /// ½, the plain way twelve. Slopes 1 at the origin, no input, one unit, each weight alone.
  @Test
  void aShortcutOfFourDividesTheExponentByFour() {
    assertEquals(12 * Math.log10(0.5), lagTwelve(0.5, 0), 1e-12);
    assertEquals(3 * Math.log10(0.5), lagTwelve(0, 0.5), 1e-12);
  }

  private static double lagTwelve(double plain, double shortcut) {
    DMatrixRMaj wh = Matrices.of(new double[][] {{plain}, {shortcut}});
    var cell = new SkipRnn(new DMatrixRMaj(0, 1), wh, Matrices.row(0), 4);
    Jacobians run = JacobianProbe.of(cell).run(12, new DMatrixRMaj(1, 4));
    return Math.log10(run.matrix(12).toMatrix().get(0, 0));
  }

  @Test
  void aNetworkToTrainStartsWithAPlainShortcut() {
    DMatrixRMaj wh = SkipRnn.seeded(2, 5, 3, new Random(1)).wh();
    DMatrixRMaj shortcut = CommonOps_DDRM.extract(wh, 5, 10, 0, 5);
    double[] halves = new double[5];
    Arrays.fill(halves, 0.5);
    Agree.within(0, Matrices.diagonal(halves), shortcut);
    DMatrixRMaj plain = CommonOps_DDRM.extract(wh, 0, 5, 0, 5);
    double[] quarters = new double[5];
    Arrays.fill(quarters, 0.25);
    Agree.within(1e-14, Matrices.diagonal(quarters), CommonOps_DDRM.multTransA(plain, plain, null));
  }

  @Test
  void aShortcutOfOneStepIsRefused() {
    var error =
        assertThrows(IllegalArgumentException.class, () -> SkipRnn.seeded(2, 3, 1, new Random(1)));
    assertEquals(
        "skip is 1: need at least 2, for a shortcut of one step is an Rnn", error.getMessage());
  }
}
