package longrange.solutions.ch03;

import longrange.exercises.ch03.SpectralRadius;

/// Gelfand's formula with `k = 2^60`, by 60 squarings: `A^k = e^s B`, where `B` is kept near 1 in
/// size and `s` is carried beside it. A squaring doubles `s`; what is kept here is `s / k`, which
/// changes less and less, and whose limit is `ln ρ`.
///
/// Why not power iteration: it follows one vector. Where two eigenvalues share the largest modulus,
/// as in every rotation, the vector never settles. Why not the largest eigenvalue of a library: the
/// eigenvalues of a Jordan block, n×n, move by the n-th root of a rounding error; its powers do
/// not.
///
/// The scale is a power of two, so dividing by it rounds nothing, and the square of `[[3, 3], [−3,
/// −3]]` is exactly 0.
///
/// ## Hint 1
///
/// Power iteration fails when two eigenvalues have the same modulus: try it on `[[0, −1], [1, 0]]`.
/// Gelfand's formula has no such exception: `‖A^k‖^(1/k)` tends to `ρ(A)`, in whatever norm. But k
/// must be huge: for a Jordan block the error is about `ln(k)/k`. How do you reach `A^k` for `k =
/// 2^50` with 50 matrix products?
///
/// ## Hint 2
///
/// Square again and again: `A`, `A²`, `A⁴`, … . So that nothing overflows, divide the matrix by its
/// size `s` before each squaring, and keep the logarithm: after m squarings, the `ln s` found then
/// counts with the weight `1/2^m`. The sum of them tends to `ln ρ(A)`. When a square is exactly 0,
/// the answer is 0.
public final class MySpectralRadius implements SpectralRadius {
  // answer
  private static final int SQUARINGS = 60;

  // end
  @Override
  public double radius(double[][] a) {
    // answer: Refuse what is not square, then find the largest modulus of an eigenvalue.
    requireSquare(a);
    double[][] b = a;
    double log = 0;
    double weight = 1;
    for (int m = 0; m <= SQUARINGS; m++) {
      double largest = largestModulus(b);
      if (largest == 0) {
        return 0;
      }
      int exponent = Math.getExponent(largest);
      log += weight * exponent * Math.log(2);
      b = times(scaled(b, -exponent), scaled(b, -exponent));
      weight /= 2;
    }
    return Math.exp(log);
    // end
  }

  // answer
  private static void requireSquare(double[][] a) {
    if (a.length == 0) {
      throw new IllegalArgumentException("a matrix needs at least one row");
    }
    for (double[] row : a) {
      if (row.length != a.length) {
        throw new IllegalArgumentException("only a square matrix has eigenvalues");
      }
    }
  }

  private static double largestModulus(double[][] a) {
    double largest = 0;
    for (double[] row : a) {
      for (double x : row) {
        largest = Math.max(largest, Math.abs(x));
      }
    }
    return largest;
  }

  /// `2^exponent A`, in a new array.
  private static double[][] scaled(double[][] a, int exponent) {
    double[][] b = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        b[i][j] = Math.scalb(a[i][j], exponent);
      }
    }
    return b;
  }

  // end
  /// The matrix product `a b`, of two n×n matrices.
  private static double[][] times(double[][] a, double[][] b) {
    int n = a.length;
    double[][] c = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          c[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return c;
  }
}
