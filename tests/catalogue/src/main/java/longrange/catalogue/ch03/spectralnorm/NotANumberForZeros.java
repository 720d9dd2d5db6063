package longrange.catalogue.ch03.spectralnorm;

import java.util.Arrays;
import longrange.exercises.ch03.SpectralNorm;
import longrange.grading.diagnosis.WrongAnswer;

/// Divides by the length of the image, also where it is 0.
@WrongAnswer(
    misconception = "Something can always be divided by its length.",
    visible = 4,
    points = 9,
    hint =
        "NaN comes from 0/0: something was divided by its own length, and the length was 0."
            + " Return 0 before that.")
public final class NotANumberForZeros implements SpectralNorm {
  @Override
  public double norm(double[][] a) {
    check(a);
    double[][] b = gram(a);
    double[] v = new double[b.length];
    Arrays.setAll(v, i -> 1 / (1.0 + i * i + i));
    double eigenvalue = 0;
    for (int step = 0; step < 100_000; step++) {
      double[] image = apply(b, v);
      double size = length(image);
      eigenvalue = size;
      v = Arrays.stream(image).map(x -> x / size).toArray();
    }
    return Math.sqrt(eigenvalue) * length(v);
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
