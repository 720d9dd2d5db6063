package longrange.catalogue.ch03.spectralradius;

import longrange.exercises.ch03.SpectralRadius;
import longrange.grading.diagnosis.WrongAnswer;

/// Right for square matrices, and silent about everything else.
@WrongAnswer(
    misconception = "Bad input need not be looked for.",
    visible = 4,
    points = 9,
    hint =
        "What is no square matrix is not refused. Look at the number of rows and at the"
            + " length of each first, before any arithmetic, and throw there.")
public final class AnyShape implements SpectralRadius {
  @Override
  public double radius(double[][] a) {
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
      b = divided(b, size);
      b = times(b, b);
    }
    return Math.exp(log);
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
