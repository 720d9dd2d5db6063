package longrange.probes;

import java.util.Arrays;
import java.util.List;
import longrange.cells.Cell;
import longrange.linalg.Cancellation;
import longrange.linalg.Need;
import longrange.linalg.Shapes;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;

/// The Lyapunov exponents of a run: the mean rates, in nats a step, at which the n directions of a
/// small difference grow, the fastest first.
///
/// The norm of the Jacobian shows the first exponent only. Here a frame of n orthogonal directions
/// goes forward with the run; each step `J Q = Q' R` turns and stretches it, and `ln |r_ii|` is
/// what direction i gained (Benettin et al. 1980). Without the new Q' at every step all directions
/// would fall onto the fastest.
public final class LyapunovSpectrum {
  private LyapunovSpectrum() {}

  /// The exponents of a run, n of them. An exponent is -∞ where a step forgets a direction wholly.
  ///
  /// @param inputs T times (1,d). Not modified.
  /// @param s0 the state before the first step, (1,n). Not modified.
  /// @param skipped steps at the beginning that do not count: there the frame still turns into
  ///   place; fewer than T
  public static double[] of(Cell cell, List<DMatrixRMaj> inputs, DMatrixRMaj s0, int skipped) {
    Need.that(
        0 <= skipped && skipped < inputs.size(),
        "skipped is %d of %d steps: need 0 ≤ skipped < steps".formatted(skipped, inputs.size()));
    Shapes.need("s0", s0, 1, cell.stateSize());
    int n = cell.stateSize();
    Cancellation cancellation = Cancellation.onInterrupt();
    List<DMatrixRMaj> states = cell.states(inputs, s0);
    QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(n, n);
    DMatrixRMaj frame = CommonOps_DDRM.identity(n);
    double[] gained = new double[n];
    for (int t = 0; t < inputs.size(); t++) {
      cancellation.check("the Lyapunov spectrum at step " + t);
      DMatrixRMaj jacobian = cell.jacobian(inputs.get(t), states.get(t));
      qr.decompose(CommonOps_DDRM.mult(jacobian, frame, null));
      frame = qr.getQ(null, false);
      if (t >= skipped) {
        addDiagonal(qr.getR(null, false), gained);
      }
    }
    double[] falling = Arrays.stream(gained).map(sum -> -sum / (inputs.size() - skipped)).toArray();
    Arrays.sort(falling);
    return Arrays.stream(falling).map(rate -> -rate).toArray();
  }

  private static void addDiagonal(DMatrixRMaj r, double[] gained) {
    for (int i = 0; i < gained.length; i++) {
      gained[i] += Math.log(Math.abs(r.get(i, i)));
    }
  }
}
