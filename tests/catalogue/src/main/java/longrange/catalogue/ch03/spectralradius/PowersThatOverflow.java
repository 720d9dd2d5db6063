package longrange.catalogue.ch03.spectralradius;

import longrange.exercises.ch03.SpectralRadius;
import longrange.grading.diagnosis.WrongAnswer;

/// Gelfand's formula with `k = 2^40` and no scale.
@WrongAnswer(
    misconception = "A double holds every power.",
    visible = 2,
    points = 3,
    hint =
        "A power of A left the range of a double: it became infinite, or 0. Divide the"
            + " matrix by its size before each product, and keep the logarithm of what you"
            + " divided by.")
public final class PowersThatOverflow implements SpectralRadius {
  @Override
  public double radius(double[][] a) {
    check(a);
    double[][] power = a;
    double k = 1;
    for (int m = 0; m < 40; m++) {
      power = times(power, power);
      k *= 2;
    }
    return Math.pow(size(power), 1 / k);
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
