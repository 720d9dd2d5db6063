package longrange.exercises.ch03;

import longrange.exercises.Exercise;

/// **3.4 A witness of transient growth.** Refute the sentence "when the spectral radius is below 1,
/// the gradient shrinks at every step". One matrix is enough.
///
/// In a linear net, `h_t = A h_{t−1}`, the gradient over k steps is the power `A^k`. If `ρ(A) < 1`
/// it tends to 0 in the end. The sentence is wrong about the way there.
///
/// **Given** nothing. Find the matrix with pencil, paper, and a line of code or two.
///
/// **Return** a 2×2 matrix `A`, as an array of rows, such that
/// - no entry is above 2 in modulus,
/// - the spectral radius `ρ(A)` is at most 0.95 (checked with a tolerance of 1e-6), and still
/// - the spectral norm `‖A^k‖` is above 10 for some k between 5 and 1000.
///
/// **Rules**
/// - Every call returns the same entries, in a new array: whoever changes the array that one call
///   returned must not change what the next call returns.
///
/// **A worked value that falls short.** `A = [[0.5, 2], [0, 0.5]]` has `ρ = 0.5`, and `A² = [[0.25,
/// 2], [0, 0.25]]` still has the norm 2.03; but no power of it comes near 10, and `‖A^10‖` is
/// 0.039.
///
/// **Source.** Trefethen and Embree, *Spectra and Pseudospectra* (2005), part IV, on powers of
/// matrices.
@Exercise(id = "3.4", points = 4, title = "A witness of transient growth", determined = false)
@FunctionalInterface
public interface TransientWitness {

  /// The witness.
  ///
  /// @return a 2×2 matrix, a new array at every call
  double[][] matrix();
}
