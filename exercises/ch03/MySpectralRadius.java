// 3.3 The spectral radius. The statement, with hints, stands in exercises/03-exercises.ipynb.
// Check this file with: ./course check 3.3

import longrange.exercises.Todo;
import longrange.exercises.ch03.SpectralRadius;

class MySpectralRadius implements SpectralRadius {
  @Override
  public double radius(double[][] a) {
    throw new Todo("Refuse what is not square, then find the largest modulus of an eigenvalue.");
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
