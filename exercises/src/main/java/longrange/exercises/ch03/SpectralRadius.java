package longrange.exercises.ch03;

import longrange.exercises.Exercise;

/// **3.3 The spectral radius.** How fast the powers of a matrix grow or shrink in the long run.
/// This is the core exercise of the chapter.
///
/// `ρ(A) = max |λ|` over all eigenvalues `λ` of `A`, the complex ones among them. Always `ρ(A) ≤
/// σ₁(A)`, and Gelfand's formula says what `ρ` is good for: `‖A^k‖^(1/k)` tends to `ρ(A)` as k
/// grows. That is a statement about powers of **one** matrix: the steps of a net with tanh are
/// different matrices, and there `ρ(W)` promises nothing.
///
/// **Given** `a`: a square matrix, n×n, as an array of rows, for any n from 1 on.
///
/// **Return** `ρ(A)` with an error of at most `1e-9 · max(1, ρ(A))`.
///
/// **Rules**
/// - The eigenvalues may be negative, complex, equal to each other, or all 0 (then `A` is called
///   nilpotent, and `ρ` is 0).
/// - There may be fewer eigenvectors than rows, as in `[[0.95, 2], [0, 0.95]]`, a Jordan block.
/// - Throw an `IllegalArgumentException` when the matrix has no rows, or is not square.
/// - Entries are finite, and at most 1e100 in modulus.
/// - Leave the argument as it is.
///
/// **Worked values.** `[[0, −4], [1, 0]]` has the eigenvalues `±2i`, so `ρ = 2`; its norm is 4.
/// `[[3, 3], [−3, −3]]` has the square 0, so `ρ = 0`; its norm is 6.
///
/// **Source.** Gelfand's formula: Horn and Johnson, *Matrix Analysis*, corollary 5.6.14.
@Exercise(id = "3.3", points = 10, title = "The spectral radius")
@FunctionalInterface
public interface SpectralRadius {

  /// The largest modulus of an eigenvalue.
  ///
  /// @param a a square matrix, n×n. Not modified.
  /// @return `ρ(A)`, at least 0
  double radius(double[][] a);
}
