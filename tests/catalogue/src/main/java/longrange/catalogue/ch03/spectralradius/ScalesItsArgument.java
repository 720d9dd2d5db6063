package longrange.catalogue.ch03.spectralradius;

import longrange.exercises.ch03.SpectralRadius;
import longrange.grading.diagnosis.WrongAnswer;

/// Right, but the caller loses the matrix.
@WrongAnswer(
    misconception = "An argument is scratch space.",
    visible = 4,
    points = 9,
    hint = "Your method writes into its argument a. Compute in an array of your own.")
public final class ScalesItsArgument implements SpectralRadius {
  @Override
  public double radius(double[][] a) {
    check(a);
    double[][] b = a;
    double log = 0;
    double weight = 1;
    for (int m = 0; m < 60; m++) {
      double size = size(b);
      if (size == 0) {
        return 0;
      }
      log += weight * Math.log(size);
      weight /= 2;
      for (double[] row : b) {
        for (int j = 0; j < row.length; j++) {
          row[j] /= size;
        }
      }
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
