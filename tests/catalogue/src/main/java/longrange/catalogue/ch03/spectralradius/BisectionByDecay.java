package longrange.catalogue.ch03.spectralradius;

import java.util.Arrays;
import longrange.exercises.ch03.SpectralRadius;
import longrange.grading.diagnosis.CorrectAnswer;

/// Halves an interval: the powers of `A / r` die out exactly when r is above the radius.
@CorrectAnswer("bisection: is the radius below r?")
public final class BisectionByDecay implements SpectralRadius {
  @Override
  public double radius(double[][] a) {
    check(a);
    double high = 0;
    for (double[] row : a) {
      high = Math.max(high, Arrays.stream(row).map(Math::abs).sum());
    }
    double low = 0;
    for (int step = 0; step < 100 && low < high; step++) {
      double middle = low + (high - low) / 2;
      if (diesOut(a, middle)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  private static boolean diesOut(double[][] a, double r) {
    double[][] b = divided(a, r);
    for (int m = 0; m < 60; m++) {
      double size = size(b);
      if (size < 1e-100) {
        return true;
      }
      if (!(size < 1e100)) {
        return false;
      }
      b = times(b, b);
    }
    return false;
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
