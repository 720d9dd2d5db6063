package longrange.catalogue.ch03.spectralradius;

import longrange.exercises.ch03.SpectralRadius;
import longrange.grading.diagnosis.WrongAnswer;

/// The largest singular value.
@WrongAnswer(
    misconception = "The spectral radius is the spectral norm.",
    visible = 1,
    points = 1,
    hint =
        "This is the spectral norm, the largest singular value. It bounds the radius from"
            + " above; the two are equal for symmetric matrices, not for every one.")
public final class NormForRadius implements SpectralRadius {
  @Override
  public double radius(double[][] a) {
    check(a);
    double[][] b = gram(a);
    double log = 0;
    double weight = 0.5;
    for (int m = 0; m < 50; m++) {
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
