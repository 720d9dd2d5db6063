// 3.1 The Jacobian product. The statement, with hints, stands in exercises/03-exercises.ipynb.
// Check this file with: ./course check 3.1

import longrange.exercises.Todo;
import longrange.exercises.ch03.JacobianProduct;

class MyJacobianProduct implements JacobianProduct {
  @Override
  public double[][] product(double[][] w, double[][] states) {
    throw new Todo("Multiply the factors D_t W of all states, the newest leftmost.");
  }

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
