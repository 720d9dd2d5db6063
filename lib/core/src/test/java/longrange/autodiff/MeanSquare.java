package longrange.autodiff;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/// The loss of tests that need any: the mean of the squares of all entries.
public final class MeanSquare {
  private MeanSquare() {}

  /// The mean, (1,1), on the tape of y, (B,m).
  public static Var of(Var y) {
    int rows = y.value().getNumRows();
    DMatrixRMaj weights = new DMatrixRMaj(rows, 1);
    CommonOps_DDRM.fill(weights, 1.0 / rows);
    return Losses.squaredError(y, new DMatrixRMaj(rows, y.value().getNumCols()), weights);
  }
}
