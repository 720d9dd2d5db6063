package longrange.linalg;

import org.ejml.data.DMatrixRMaj;

/// The spectral radius ρ, the largest modulus of an eigenvalue: the rate at which the powers of a
/// matrix grow or shrink in the end.
///
/// By Gelfand's formula `ρ = lim ‖Wᵏ‖^(1/k)`, with k = 2⁵⁰ reached in fifty squarings, the size
/// kept apart as an exponent. An eigenvalue solver is as good on most matrices, but where
/// eigenvalues coincide it gives half the digits, and those are the matrices of this course:
/// `[[3,3],[-3,-3]]` has ρ = 0 here, exactly.
public final class SpectralRadius {
  /// The polynomial factor k^(n-1) of a Jordan block is then k^((n-1)/k) = 1 + 3e-14·(n-1). With
  /// more squarings the exponent of a large or tiny matrix would leave the range of a long.
  private static final int SQUARINGS = 50;

  private SpectralRadius() {}

  /// `ρ` of a square matrix.
  ///
  /// @param w (n,n). Not modified.
  public static double of(DMatrixRMaj w) {
    Shapes.need("W", w, w.getNumRows(), w.getNumRows());
    ScaledMatrix power = ScaledMatrix.of(w);
    for (int i = 0; i < SQUARINGS; i++) {
      power = power.squared();
    }
    return power.isZero() ? 0 : Math.pow(2, power.exponent() / Math.scalb(1.0, SQUARINGS));
  }
}
