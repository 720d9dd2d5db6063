package longrange.probes;

import java.util.List;
import java.util.stream.IntStream;
import longrange.cells.Cell;
import longrange.linalg.Shapes;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.ejml.dense.row.NormOps_DDRM;

/// Two runs of one cell on the same inputs, from two states that are close together.
///
/// The Jacobian speaks of an infinitesimal difference. This is a finite one: it grows or shrinks as
/// the Jacobian says while it is small, and no further than the states reach.
///
/// @param first the states of the first run, T+1 times (1,n)
/// @param second the states of the second run, T+1 times (1,n)
public record TwoRuns(List<DMatrixRMaj> first, List<DMatrixRMaj> second) {
  /// Runs the cell from `s0` and from `s0 + difference`.
  ///
  /// @param inputs T times (1,d). Not modified.
  /// @param s0 where the first run starts, (1,n). Not modified.
  /// @param difference how far from there the second one starts, (1,n). Not modified.
  public static TwoRuns of(
      Cell cell, List<DMatrixRMaj> inputs, DMatrixRMaj s0, DMatrixRMaj difference) {
    Shapes.need("the difference", difference, s0.getNumRows(), s0.getNumCols());
    DMatrixRMaj near = CommonOps_DDRM.add(s0, difference, null);
    return new TwoRuns(cell.states(inputs, s0), cell.states(inputs, near));
  }

  /// `log₁₀` of the Euclidean distance of the two states at each time, 0 to T; -∞ where they are
  /// the same to the last bit.
  public double[] log10Distances() {
    return IntStream.range(0, first.size()).mapToDouble(t -> Math.log10(distance(t))).toArray();
  }

  private double distance(int t) {
    DMatrixRMaj difference = CommonOps_DDRM.subtract(first.get(t), second.get(t), null);
    // EJML takes the norm of what is no number for 0.
    return MatrixFeatures_DDRM.hasNaN(difference) ? Double.NaN : NormOps_DDRM.normF(difference);
  }
}
