package longrange.catalogue.ch03.spectralradius;

import longrange.exercises.ch03.SpectralRadius;
import longrange.grading.diagnosis.WrongAnswer;

/// Gelfand's formula with k = 100.
@WrongAnswer(
    misconception = "100 is as good as infinity.",
    visible = 1,
    points = 1,
    hint =
        "These are the values of the hundredth root of a hundredth power: it is not high"
            + " enough. The error goes down like ln(k)/k, so take a much higher power, by"
            + " squaring.")
public final class HundredthRoot implements SpectralRadius {
  @Override
  public double radius(double[][] a) {
    check(a);
    double[][] power = a;
    for (int k = 1; k < 100; k++) {
      power = times(power, a);
    }
    return Math.pow(size(power), 0.01);
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
