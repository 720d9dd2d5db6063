package longrange.linalg;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.MatrixFeatures_DDRM;

/// Ridge regression: the V that makes `‖X V - Y‖² + λ ‖V‖²` least, in closed form.
///
/// There the derivative is zero: `(Xᵀ X + λ I) V = Xᵀ Y`, solved by Cholesky decomposition. λ keeps
/// V small where the columns of X are nearly dependent, as the units of a reservoir are.
public final class Ridge {
  private Ridge() {}

  /// V, (p,m).
  ///
  /// @param x one example a row, (N,p). Not modified.
  /// @param y (N,m). Not modified.
  /// @param lambda λ, at least 0; at 0 the columns of X must be independent
  public static DMatrixRMaj fit(DMatrixRMaj x, DMatrixRMaj y, double lambda) {
    Shapes.need(x.getNumRows() == y.getNumRows(), "X", x, "Y", y, "X.rows = Y.rows");
    DMatrixRMaj a = Kernels.chosen().transposedTimes(x, x);
    CommonOps_DDRM.addEquals(a, lambda, CommonOps_DDRM.identity(a.getNumRows()));
    DMatrixRMaj v = new DMatrixRMaj(x.getNumCols(), y.getNumCols());
    boolean solved = CommonOps_DDRM.solveSPD(a, Kernels.chosen().transposedTimes(x, y), v);
    // EJML lets a pivot of exactly 0 pass.
    if (!solved || MatrixFeatures_DDRM.hasUncountable(v)) {
      throw new ArithmeticException(
          "the columns of X %s are dependent: need a λ larger than %s"
              .formatted(Shapes.of(x), lambda));
    }
    return v;
  }
}
