package longrange.catalogue.ch03.spectralradius;

import java.util.Arrays;
import longrange.exercises.ch03.SpectralRadius;
import longrange.grading.diagnosis.WrongAnswer;

/// The growth of a vector in the last of 1,001 steps.
@WrongAnswer(
    misconception = "The growth of a vector in one step tends to the radius.",
    visible = 3,
    points = 4,
    hint =
        "This is how much the last of many steps lengthens a vector. Lengths can grow by 4"
            + " and by 1 in turn, so the radius needs the growth over many steps.")
public final class OneStepGrowth implements SpectralRadius {
  @Override
  public double radius(double[][] a) {
    check(a);
    double[] v = new double[a.length];
    v[0] = 1;
    double growth = 0;
    for (int step = 0; step <= 1000; step++) {
      double[] image = apply(a, v);
      growth = Math.sqrt(dot(image, image));
      if (growth == 0) {
        return 0;
      }
      double size = growth;
      v = Arrays.stream(image).map(x -> x / size).toArray();
    }
    return growth;
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
