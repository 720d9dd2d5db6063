package longrange.catalogue.ch03.spectralnorm;

import longrange.exercises.ch03.SpectralNorm;
import longrange.grading.diagnosis.WrongAnswer;

/// Sums over as many rows as there are columns.
@WrongAnswer(
    misconception = "Every matrix is square.",
    visible = 3,
    points = 6,
    hint =
        "These are the values you get when a sum over the rows stops at the number of"
            + " columns. There are m rows and n columns: take each from the array itself.")
public final class SquareOnly implements SpectralNorm {
  @Override
  public double norm(double[][] a) {
    check(a);
    double[][] b = gram(a);
    double largest = 0;
    for (int start = 0; start < b.length; start++) {
      double[] v = new double[b.length];
      v[start] = 1;
      largest = Math.max(largest, iterate(b, v));
    }
    return Math.sqrt(largest);
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

  private static double[][] gram(double[][] a) {
    int n = Math.min(a.length, a[0].length);
    double[][] b = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          b[i][j] += a[k][i] * a[k][j];
        }
      }
    }
    return b;
  }

  private static double iterate(double[][] b, double[] start) {
    double[] v = start;
    double eigenvalue = 0;
    for (int i = 0; i < 100_000; i++) {
      double[] image = apply(b, v);
      eigenvalue = length(image);
      if (eigenvalue == 0) {
        return 0;
      }
      for (int j = 0; j < image.length; j++) {
        image[j] /= eigenvalue;
      }
      v = image;
    }
    return eigenvalue;
  }

  private static double[] apply(double[][] b, double[] v) {
    double[] image = new double[b.length];
    for (int i = 0; i < b.length; i++) {
      for (int j = 0; j < v.length; j++) {
        image[i] += b[i][j] * v[j];
      }
    }
    return image;
  }

  private static double length(double[] v) {
    double squares = 0;
    for (double x : v) {
      squares += x * x;
    }
    return Math.sqrt(squares);
  }
}
