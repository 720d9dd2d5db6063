package longrange.linalg;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.NormOps_DDRM;

/// The spectral norm σ₁, the largest singular value: the most that a matrix can stretch a vector.
///
/// By singular value decomposition, the reference for one matrix. For the many Jacobians of a
/// probe, each near the one before, see [RayleighAscent].
public final class SpectralNorm {
  private SpectralNorm() {}

  /// `σ₁` of one matrix.
  ///
  /// @param m any shape. Not modified.
  public static double of(DMatrixRMaj m) {
    ScaledMatrix scaled = ScaledMatrix.of(m);
    // From 2^-1074 to 2^1024 an int holds the exponent.
    return Math.scalb(ofMantissa(scaled.mantissa()), (int) scaled.exponent());
  }

  /// `log₁₀ σ₁`, for a matrix of any size. It is -∞ for the zero matrix.
  public static double log10(ScaledMatrix m) {
    return m.log10(ofMantissa(m.mantissa()));
  }

  private static double ofMantissa(DMatrixRMaj m) {
    // EJML's decomposition may write into its argument.
    return m.getNumElements() == 0 ? 0 : NormOps_DDRM.normP2(m.copy());
  }
}
