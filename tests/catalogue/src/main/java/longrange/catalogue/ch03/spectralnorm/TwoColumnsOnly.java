package longrange.catalogue.ch03.spectralnorm;

import longrange.exercises.ch03.SpectralNorm;
import longrange.grading.diagnosis.WrongAnswer;

/// `Aᵀ A` of the first two columns, and the formula for its larger eigenvalue.
@WrongAnswer(
    misconception = "A matrix has two columns.",
    visible = 1,
    points = 1,
    hint =
        "This is the norm of the first two columns, by the formula for the larger root of"
            + " λ² − (p + r) λ + (p r − q²). A matrix may have any number of columns.")
public final class TwoColumnsOnly implements SpectralNorm {
  @Override
  public double norm(double[][] a) {
    check(a);
    double p = 0;
    double q = 0;
    double r = 0;
    for (double[] row : a) {
      p += row[0] * row[0];
      q += row[0] * row[1];
      r += row[1] * row[1];
    }
    return Math.sqrt((p + r) / 2 + Math.hypot((p - r) / 2, q));
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
