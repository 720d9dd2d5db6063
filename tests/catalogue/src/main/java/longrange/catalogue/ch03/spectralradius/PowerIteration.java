package longrange.catalogue.ch03.spectralradius;

import java.util.Arrays;
import longrange.exercises.ch03.SpectralRadius;
import longrange.grading.diagnosis.WrongAnswer;

/// Follows one vector for 10,000 steps and returns `v·Av`.
@WrongAnswer(
    misconception = "Every vector turns into the direction of the largest eigenvalue.",
    visible = 3,
    points = 4,
    hint =
        "These are the values of power iteration, v·Av. A rotation turns every vector, so"
            + " it has no direction to settle in, and what it ends with is no eigenvalue.")
public final class PowerIteration implements SpectralRadius {
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
    return Math.abs(eigenvalue);
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
