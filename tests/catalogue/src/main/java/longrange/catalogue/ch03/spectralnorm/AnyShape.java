package longrange.catalogue.ch03.spectralnorm;

import longrange.exercises.ch03.SpectralNorm;
import longrange.grading.diagnosis.WrongAnswer;

/// Right for matrices, and silent about everything else.
@WrongAnswer(
    misconception = "Bad input need not be looked for.",
    visible = 4,
    points = 9,
    hint =
        "What is no matrix is not refused. Look at the number of rows and at the length of"
            + " each first, before any arithmetic, and throw there.")
public final class AnyShape implements SpectralNorm {
  @Override
  public double norm(double[][] a) {
    if (a.length == 0 || a[0].length == 0) {
      return 0;
    }
    double[][] b = gram(a);
    double largest = 0;
    for (int start = 0; start < b.length; start++) {
      double[] v = new double[b.length];
      v[start] = 1;
      largest = Math.max(largest, iterate(b, v));
    }
    return Math.sqrt(largest);
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
