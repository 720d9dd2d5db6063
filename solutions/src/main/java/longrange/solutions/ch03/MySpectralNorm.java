package longrange.solutions.ch03;

import longrange.exercises.ch03.SpectralNorm;

/// `σ₁²` is the largest eigenvalue of `B = Aᵀ A`, and the eigenvalues of `B` are all at least 0. So
/// the trace of a power, `Σ λ_i^K`, lies between `λ₁^K` and `n λ₁^K`, and its K-th root tends to
/// `λ₁` without a start vector that could be unlucky. Squaring 50 times gives `K = 2^50`: the
/// factor `n^(1/K)` is then 1 to the last bit.
///
/// `B^K` itself would overflow, so each square is divided by its trace, and the logarithms of these
/// traces are added up, each with the weight that it has in the K-th root.
///
/// ## Hint 1
///
/// Do not look for singular values: form `Aᵀ A` (n×n, symmetric), find its largest eigenvalue, and
/// take the square root. Treat the matrix of zeros before you divide by anything.
///
/// ## Hint 2
///
/// Power iteration on `Aᵀ A` finds the eigenvalue when the start vector is not orthogonal to its
/// eigenvector: for `[[1, −1], [−1, 1]]` the vector of ones is. When the two largest singular
/// values are close, it needs tens of thousands of steps, so do not stop at the first small change.
/// Or square `Aᵀ A` again and again, divide by the trace each time, and keep the logarithm of what
/// you divided by.
public final class MySpectralNorm implements SpectralNorm {
  // answer
  private static final int SQUARINGS = 50;

  // end
  @Override
  public double norm(double[][] a) {
    // answer: Refuse a matrix that is none, then find the largest singular value.
    requireMatrix(a);
    double[][] b = gram(a);
    double trace = trace(b);
    if (trace == 0) {
      return 0;
    }
    double log = Math.log(trace);
    double weight = 1;
    for (int m = 0; m < SQUARINGS; m++) {
      b = squareOf(b, trace);
      trace = trace(b);
      weight /= 2;
      log += weight * Math.log(trace);
    }
    return Math.exp(log / 2);
    // end
  }

  // answer
  private static void requireMatrix(double[][] a) {
    if (a.length == 0 || a[0].length == 0) {
      throw new IllegalArgumentException("a matrix needs at least one row and one column");
    }
    for (double[] row : a) {
      if (row.length != a[0].length) {
        throw new IllegalArgumentException("the rows of a matrix have one length");
      }
    }
  }

  /// `Aᵀ A`, n×n.
  private static double[][] gram(double[][] a) {
    int n = a[0].length;
    double[][] b = new double[n][n];
    for (double[] row : a) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          b[i][j] += row[i] * row[j];
        }
      }
    }
    return b;
  }

  private static double trace(double[][] b) {
    double trace = 0;
    for (int i = 0; i < b.length; i++) {
      trace += b[i][i];
    }
    return trace;
  }

  /// `(B / scale)²`.
  private static double[][] squareOf(double[][] b, double scale) {
    int n = b.length;
    double[][] square = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          square[i][j] += b[i][k] / scale * (b[k][j] / scale);
        }
      }
    }
    return square;
  }
  // end
}
