package longrange.exercises.ch03;

import longrange.exercises.Exercise;

/// **3.2 The spectral norm.** How much a matrix can lengthen a vector, at most.
///
/// `σ₁(A) = max ‖A x‖ / ‖x‖` over all vectors `x ≠ 0`, with Euclidean lengths. It is the largest
/// singular value of `A`, and its square is the largest eigenvalue of `Aᵀ A`. As `‖A B‖ ≤ ‖A‖ ‖B‖`,
/// the product of the norms of the steps bounds the norm of the Jacobian product from above. It is
/// a bound and nothing more.
///
/// **Given** `a`: a matrix with m rows and n columns, as an array of rows. It need not be square.
///
/// **Return** `σ₁(A)`, to a relative accuracy of 1e-9; exactly 0 for a matrix of zeros.
///
/// **Rules**
/// - Throw an `IllegalArgumentException` when the matrix has no rows, or no columns, or rows of
///   different lengths.
/// - Entries are finite. Where they are not 0, their moduli lie between 1e-50 and 1e50.
/// - The largest two singular values may be close to each other (0.999 of one another, say), or
///   equal.
/// - Leave the argument as it is.
///
/// **A worked value.** `A = [[4, 0], [3, 5]]` has `Aᵀ A = [[25, 15], [15, 25]]` with the
/// eigenvalues 40 and 10, so `σ₁ = √40 = 6.324555320`. Its spectral radius is 5, and its Frobenius
/// norm `√50 = 7.071067812`: these are other numbers.
///
/// **Source.** Golub and Van Loan, *Matrix Computations*, section 2.3.
@Exercise(id = "3.2", points = 10, title = "The spectral norm")
@FunctionalInterface
public interface SpectralNorm {

  /// The largest singular value.
  ///
  /// @param a any matrix, m×n. Not modified.
  /// @return `σ₁(A)`, at least 0
  double norm(double[][] a);
}
