package longrange.catalogue.ch03.spectralnorm;

import longrange.exercises.ch03.SpectralNorm;
import longrange.grading.diagnosis.WrongAnswer;

/// What one axis can gain on one other.
@WrongAnswer(
    misconception = "A matrix lengthens by its largest entry.",
    visible = 2,
    points = 2,
    hint = "This is the largest entry. A matrix can lengthen a vector by more than that.")
public final class LargestEntry implements SpectralNorm {
  @Override
  public double norm(double[][] a) {
    check(a);
    double largest = 0;
    for (double[] row : a) {
      for (double x : row) {
        largest = Math.max(largest, Math.abs(x));
      }
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
