package longrange.catalogue.ch03.spectralradius;

import java.util.Arrays;
import longrange.exercises.ch03.SpectralRadius;
import longrange.grading.diagnosis.WrongAnswer;

/// Power iteration without the modulus.
@WrongAnswer(
    misconception = "The radius has the sign of its eigenvalue.",
    visible = 2,
    points = 3,
    hint = "This is the right eigenvalue with its sign. The radius is its modulus, |λ|.")
public final class EigenvalueWithItsSign implements SpectralRadius {
  @Override
  public double radius(double[][] a) {
    check(a);
    double[] v = new double[a.length];
    Arrays.setAll(v, i -> 1 + 0.5 * i);
    double eigenvalue = 0;
    for (int step = 0; step < 10_000; step++) {
      double size = Math.sqrt(dot(v, v));
      if (size == 0) {
        return 0;
      }
      v = Arrays.stream(v).map(x -> x / size).toArray();
      double[] image = apply(a, v);
      eigenvalue = dot(v, image);
      v = image;
    }
    return eigenvalue;
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

  private static double[] apply(double[][] b, double[] v) {
    double[] image = new double[b.length];
    for (int i = 0; i < b.length; i++) {
      for (int j = 0; j < v.length; j++) {
        image[i] += b[i][j] * v[j];
      }
    }
    return image;
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }
}
