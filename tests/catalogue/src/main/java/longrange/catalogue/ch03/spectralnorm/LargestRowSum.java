package longrange.catalogue.ch03.spectralnorm;

import longrange.exercises.ch03.SpectralNorm;
import longrange.grading.diagnosis.WrongAnswer;

/// The norm that belongs to the largest entry of a vector.
@WrongAnswer(
    misconception = "The norm is the largest row sum.",
    visible = 2,
    points = 2,
    hint =
        "This is the largest row sum, the norm that belongs to the largest entry of a"
            + " vector. The norm asked for belongs to the Euclidean length.")
public final class LargestRowSum implements SpectralNorm {
  @Override
  public double norm(double[][] a) {
    check(a);
    double largest = 0;
    for (double[] row : a) {
      double sum = 0;
      for (double x : row) {
        sum += Math.abs(x);
      }
      largest = Math.max(largest, sum);
    }
    return largest;
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
