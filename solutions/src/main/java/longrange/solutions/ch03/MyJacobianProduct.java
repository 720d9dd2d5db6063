package longrange.solutions.ch03;

import longrange.exercises.ch03.JacobianProduct;

/// The product grows from the identity, one step at a time: the step that comes next is multiplied
/// from the left. Multiplying by `diag(1 − h²)` from the left scales the rows of `W`, so no
/// diagonal matrix has to be built.
///
/// ## Hint 1
///
/// `D W` is `W` with its row i multiplied by `1 − h[i] * h[i]`. Write that first, for one state,
/// and look at what `check` says of one step.
///
/// ## Hint 2
///
/// Begin with the identity and go through the states from `h_1` to `h_k`. After step t the product
/// so far is `(D_t W) · (what it was before)`: the new factor comes from the left.
public final class MyJacobianProduct implements JacobianProduct {
  @Override
  public double[][] product(double[][] w, double[][] states) {
    // answer: Multiply the factors D_t W of all states, the newest leftmost.
    double[][] product = identity(w.length);
    for (double[] h : states) {
      product = times(stepJacobian(w, h), product);
    }
    return product;
    // end
  }

  // answer
  /// `diag(1 − h²) W`: row i of `W` times the slope of unit i.
  private static double[][] stepJacobian(double[][] w, double[] h) {
    int n = h.length;
    double[][] jacobian = new double[n][n];
    for (int i = 0; i < n; i++) {
      double slope = 1 - h[i] * h[i];
      for (int j = 0; j < n; j++) {
        jacobian[i][j] = slope * w[i][j];
      }
    }
    return jacobian;
  }

  // end
  /// The n×n identity matrix.
  private static double[][] identity(int n) {
    double[][] identity = new double[n][n];
    for (int i = 0; i < n; i++) {
      identity[i][i] = 1;
    }
    return identity;
  }

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
