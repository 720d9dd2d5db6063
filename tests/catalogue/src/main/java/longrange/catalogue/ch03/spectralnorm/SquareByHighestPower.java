package longrange.catalogue.ch03.spectralnorm;

import longrange.exercises.ch03.SpectralNorm;
import longrange.grading.diagnosis.CorrectAnswer;

/// Squares `A Aᵀ` 60 times and follows the longest row.
@CorrectAnswer("repeated squaring of A Aᵀ, scaled by powers of two")
public final class SquareByHighestPower implements SpectralNorm {
  @Override
  public double norm(double[][] a) {
    check(a);
    double[][] b = outer(a);
    double log = 0;
    double weight = 0.5;
    for (int m = 0; m < 60; m++) {
      double largest = 0;
      for (int i = 0; i < b.length; i++) {
        largest = Math.max(largest, b[i][i]);
      }
      if (largest == 0) {
        return 0;
      }
      int exponent = Math.getExponent(largest);
      log += weight * exponent;
      weight /= 2;
      b = squareOf(b, -exponent);
    }
    return Math.pow(2, log);
  }

  private static double[][] outer(double[][] a) {
    double[][] b = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        for (int k = 0; k < a[0].length; k++) {
          b[i][j] += a[i][k] * a[j][k];
        }
      }
    }
    return b;
  }

  private static double[][] squareOf(double[][] b, int exponent) {
    double[][] square = new double[b.length][b.length];
    for (int i = 0; i < b.length; i++) {
      for (int j = 0; j < b.length; j++) {
        for (int k = 0; k < b.length; k++) {
          square[i][j] += Math.scalb(b[i][k], exponent) * Math.scalb(b[k][j], exponent);
        }
      }
    }
    return square;
  }

  private static void check(double[][] a) {
    if (a.length == 0 || a[0].length == 0) {
      throw new IllegalArgumentException("no rows or no columns");
    }
    for (double[] row : a) {
      if (row.length != a[0].length) {
        throw new IllegalArgumentException("rows of different lengths");
      }
    }
  }
}
