package longrange.linalg;

import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;

/// The spectral norms of a series of matrices, each near the one before: a warm-started power
/// iteration.
///
/// `u ← J Jᵀ u / ‖J Jᵀ u‖` turns u towards the left singular vector of σ₁. The next matrix of the
/// series starts at the last u, because the left vectors of `∂s_t/∂s_{t-k}` settle as k grows.
///
/// Two traps. A start that has nothing of the new σ₁'s vector would converge, and to a smaller σ:
/// so each start is stirred with a little noise. And a step that no longer changes σ is no proof
/// when σ₂ ≈ σ₁: so the residual `‖J Jᵀ u - λu‖` decides, and where it does not settle (an
/// orthogonal matrix, say) the singular value decomposition does.
public final class PowerIteration {
  /// The residual relative to λ. Rounding leaves about n·1e-16, so this is reached for n ≤ 1000.
  private static final double RESIDUAL = 1e-12;

  /// Where the decomposition may have become the cheaper of the two: in plain Java it takes as long
  /// as 110 to 130 iterations for n = 64 and 128, and as long as 300 for n = 32; with vectors, as
  /// 240, 430 and 90. To give up earlier, where the residual falls too slowly to get there, saved a
  /// probe of 500 lags 3 % of its time, and was left out.
  private static final int ITERATIONS = 100;

  /// Large enough to be found again in the residual, small enough to keep the warm start.
  private static final double STIR = 1e-3;

  private final Cancellation cancellation;
  private DMatrixRMaj noise = new DMatrixRMaj(0, 1);
  private DMatrixRMaj u = new DMatrixRMaj(0, 1);

  /// A new series.
  ///
  /// @param cancellation asked once per iteration
  public PowerIteration(Cancellation cancellation) {
    this.cancellation = cancellation;
  }

  /// `log₁₀ σ₁` of the next matrix of the series; -∞ for a zero matrix.
  ///
  /// @param next (m,n). Not modified.
  public double log10Norm(ScaledMatrix next) {
    if (next.isZero()) {
      return Double.NEGATIVE_INFINITY;
    }
    DMatrixRMaj j = next.mantissa(); // near 1, so that no square can be out of range
    start(j.getNumRows());
    Kernels kernels = Kernels.chosen();
    for (int i = 0; i < ITERATIONS; i++) {
      cancellation.check("the power iteration");
      DMatrixRMaj w = kernels.times(j, kernels.transposedTimes(j, u));
      double lambda = CommonOps_DDRM.dot(u, w);
      double residual = NormOps_DDRM.fastNormF(CommonOps_DDRM.add(1, w, -lambda, u, null));
      if (residual <= RESIDUAL * lambda) {
        return next.log10(Math.sqrt(lambda));
      }
      CommonOps_DDRM.divide(w, NormOps_DDRM.fastNormF(w), u);
    }
    return SpectralNorm.log10(next);
  }

  /// Stirs the last u, or draws the first one. One noise is enough for a series: it would have to
  /// be orthogonal to a vector that it knows nothing of.
  private void start(int rows) {
    if (u.getNumRows() != rows) {
      noise = Matrices.gaussian(rows, 1, 1, new Random(1));
      CommonOps_DDRM.divide(noise, NormOps_DDRM.fastNormF(noise));
      u = noise.copy();
      return;
    }
    CommonOps_DDRM.addEquals(u, STIR, noise);
    CommonOps_DDRM.divide(u, NormOps_DDRM.fastNormF(u));
  }
}
