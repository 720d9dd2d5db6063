package longrange.solutions.ch03;

import longrange.exercises.ch03.TransientWitness;

/// A Jordan block, `A = r I + N` with `N = [[0, 2], [0, 0]]` and `N² = 0`. The binomial formula
/// stops after two terms: `A^k = r^k I + k r^(k−1) N`. The entry `2 k r^(k−1)` is a straight line
/// times a decaying exponential: the line wins at first, the exponential in the end. It is largest
/// near `k = 1 / ln(1/r)`; with `r = 0.95`, at `k = 19`, the norm is 15.1.
///
/// ## Hint 1
///
/// A symmetric matrix, a diagonal one, or a rotation times a number cannot do it: for these, `‖A^k‖
/// = ρ(A)^k`. Try a triangular matrix: its eigenvalues stand on the diagonal, and the entry beside
/// it is free.
///
/// ## Hint 2
///
/// Compute `[[r, c], [0, r]]` to the powers 2, 3 and 4 by hand. The entry in the corner is `k c
/// r^(k−1)`. For which r and c, within what is allowed, does it become large, and at which k?
public final class MyTransientWitness implements TransientWitness {
  @Override
  public double[][] matrix() {
    // answer: Return a 2×2 matrix with a small spectral radius whose powers grow at first.
    return new double[][] {{0.95, 2}, {0, 0.95}};
    // end
  }
}
