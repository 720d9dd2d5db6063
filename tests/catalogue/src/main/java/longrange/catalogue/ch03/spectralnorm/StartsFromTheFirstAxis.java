package longrange.catalogue.ch03.spectralnorm;

import longrange.exercises.ch03.SpectralNorm;
import longrange.grading.diagnosis.WrongAnswer;

/// Power iteration on `Aᵀ A` from `(1, 0, …, 0)`.
@WrongAnswer(
    misconception = "The first axis sees every direction.",
    visible = 2,
    points = 2,
    hint =
        "These are the values of an iteration that starts from the first axis. Where that"
            + " is the direction of a smaller singular value, it never leaves it. Start where no"
            + " simple matrix is blind, or from several vectors.")
public final class StartsFromTheFirstAxis implements SpectralNorm {
  @Override
  public double norm(double[][] a) {
    check(a);
    double[][] b = gram(a);
    double[] v = new double[b.length];
    v[0] = 1;
    return Math.sqrt(iterate(b, v));
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
