package longrange.probes;

import longrange.linalg.Kernels;
import longrange.linalg.Matrices;
import longrange.linalg.Need;
import longrange.linalg.Shapes;
import longrange.linalg.SpectralRadius;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.ejml.dense.row.SingularOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/// The memory curve of a linear network `s' = W s + v u` with white input u: for each lag k, how
/// much of the variance of `u_{t-k}` the best linear readout of `s_t` gives back, between 0 and 1
/// (Jaeger 2002, "Short term memory in echo state networks", section 2).
///
/// `MC_k = cᵀ Σ⁻¹ c` with `c = Wᵏ v`, and Σ, the covariance of the state, is `Σ_k Wᵏ v vᵀ (Wᵏ)ᵀ`.
/// Over all lags the curve sums to the rank of Σ, n as a rule: units can be spent on other lags,
/// not multiplied.
///
/// Σ itself is never formed. Its condition is the square of that of the rows `(Wᵏ v)ᵀ`, and 1e14 is
/// common; so these rows are reduced to a triangle R with `Σ = RᵀR`, and the curve is taken from
/// the singular vectors of R.
public final class MemoryCurve {
  /// Rows reduced at once: more would only need more space.
  private static final int BLOCK = 64;

  /// A row of this size relative to the largest changes no digit of R.
  private static final double NEGLIGIBLE = 1e-17;

  private MemoryCurve() {}

  /// `MC_0` to `MC_maxLag`.
  ///
  /// @param w recurrent weights, (n,n), with spectral radius below 1. Not modified.
  /// @param v input weights, (n,1). Not modified.
  public static double[] of(DMatrixRMaj w, DMatrixRMaj v, int maxLag) {
    int n = w.getNumRows();
    Shapes.need("W", w, n, n);
    Shapes.need("v", v, n, 1);
    Need.that(maxLag >= 0, "maxLag", maxLag, "at least 0");
    double radius = SpectralRadius.of(w);
    Need.that(
        radius < 1,
        "the spectral radius of W",
        radius,
        "less than 1, or the state has no covariance");
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(n, n, false, true, true);
    svd.decompose(triangle(w, v));
    return curve(w, v, svd, maxLag);
  }

  /// R, (n,n), with `RᵀR = Σ`.
  private static DMatrixRMaj triangle(DMatrixRMaj w, DMatrixRMaj v) {
    int n = w.getNumRows();
    QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(n + BLOCK, n);
    DMatrixRMaj rows = new DMatrixRMaj(n + BLOCK, n);
    DMatrixRMaj c = v;
    double largest = 0;
    double largestOfBlock;
    do {
      largestOfBlock = 0;
      for (int i = 0; i < BLOCK; i++) {
        CommonOps_DDRM.insert(CommonOps_DDRM.transpose(c, null), rows, n + i, 0);
        largestOfBlock = Math.max(largestOfBlock, NormOps_DDRM.normF(c));
        c = Kernels.chosen().times(w, c);
      }
      largest = Math.max(largest, largestOfBlock);
      qr.decompose(rows.copy());
      CommonOps_DDRM.insert(qr.getR(null, true), rows, 0, 0);
    } while (largestOfBlock > NEGLIGIBLE * largest);
    return CommonOps_DDRM.extract(rows, 0, n, 0, n);
  }

  /// With `R = A S Bᵀ`: `MC_k = ‖S⁻¹ Bᵀ Wᵏ v‖²`, over the singular values that are not zero.
  private static double[] curve(
      DMatrixRMaj w, DMatrixRMaj v, SingularValueDecomposition_F64<DMatrixRMaj> svd, int maxLag) {
    DMatrixRMaj bt = svd.getV(null, true);
    double[] s = svd.getSingularValues();
    double zero = SingularOps_DDRM.singularThreshold(svd);
    double[] curve = new double[maxLag + 1];
    DMatrixRMaj c = v;
    for (int k = 0; k <= maxLag; k++) {
      DMatrixRMaj projected = Matrices.product(bt, c);
      for (int i = 0; i < s.length; i++) {
        double part = s[i] > zero ? projected.get(i) / s[i] : 0;
        curve[k] += part * part;
      }
      c = Kernels.chosen().times(w, c);
    }
    return curve;
  }
}
