package longrange.catalogue.ch03.spectralradius;

import longrange.exercises.ch03.SpectralRadius;
import longrange.grading.diagnosis.WrongAnswer;

/// Divides by the size of every square, also where it is 0.
@WrongAnswer(
    misconception = "A power of a matrix that is not 0 is not 0.",
    visible = 4,
    points = 8,
    hint =
        "NaN comes from 0/0: a power of this matrix is 0, and it was divided by its own"
            + " size. When a power is exactly 0, return 0.")
public final class NoTestForZero implements SpectralRadius {
  @Override
  public double radius(double[][] a) {
    check(a);
    double[][] b = a;
    double log = 0;
    double weight = 1;
    for (int m = 0; m < 60; m++) {
      double size = size(b);
      log += weight * Math.log(size);
      weight /= 2;
      b = divided(b, size);
      b = times(b, b);
    }
    return Math.exp(log);
  }

  private static void check(double[][] a) {
    if (a.length == 0) {
      throw new IllegalArgumentException("no rows");
    }
    for (double[] row : a) {
      if (row.length != a.length) {
        throw new IllegalArgumentException("not square");
      }
    }
  }

  private static double size(double[][] a) {
    double squares = 0;
    for (double[] row : a) {
      for (double x : row) {
        squares += x * x;
      }
    }
    return Math.sqrt(squares);
  }

  private static double[][] divided(double[][] a, double size) {
    double[][] b = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        b[i][j] = a[i][j] / size;
      }
    }
    return b;
  }

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
