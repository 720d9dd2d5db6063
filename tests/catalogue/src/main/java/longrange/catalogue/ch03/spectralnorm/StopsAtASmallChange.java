package longrange.catalogue.ch03.spectralnorm;

import longrange.exercises.ch03.SpectralNorm;
import longrange.grading.diagnosis.WrongAnswer;

/// Stops when two steps differ by less than 1e-9.
@WrongAnswer(
    misconception = "A small change from one step to the next means that the limit is close.",
    visible = 5,
    points = 7,
    hint =
        "These are the values of an iteration that stops when the estimate changes little."
            + " Where two singular values are close, each step changes little long before the"
            + " end: iterate longer, or take a way without a limit.")
public final class StopsAtASmallChange implements SpectralNorm {
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
    double before = -1;
    double eigenvalue = 0;
    while (Math.abs(eigenvalue - before) > 1e-9) {
      before = eigenvalue;
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
