package longrange.catalogue.ch03.spectralnorm;

import java.util.Arrays;
import longrange.exercises.ch03.SpectralNorm;
import longrange.grading.diagnosis.WrongAnswer;

/// Power iteration on `A` itself.
@WrongAnswer(
    misconception = "The norm is the largest modulus of an eigenvalue.",
    visible = 1,
    points = 1,
    hint =
        "This is the spectral radius, the largest modulus of an eigenvalue of A. The norm"
            + " is the square root of the largest eigenvalue of Aᵀ A.")
public final class RadiusForNorm implements SpectralNorm {
  @Override
  public double norm(double[][] a) {
    check(a);
    double[] v = new double[a[0].length];
    Arrays.setAll(v, i -> 1 + 0.1 * i * i);
    double growth = 0;
    for (int step = 0; step < 2000; step++) {
      double[] image = apply(a, v);
      growth = length(image) / length(v);
      if (growth == 0) {
        return 0;
      }
      double size = length(image);
      v = Arrays.stream(image).map(x -> x / size).toArray();
    }
    return growth;
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
