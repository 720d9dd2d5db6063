package longrange.catalogue.ch03.spectralnorm;

import longrange.exercises.ch03.SpectralNorm;
import longrange.grading.diagnosis.WrongAnswer;

/// The length of all entries taken as one vector.
@WrongAnswer(
    misconception = "The norm of a matrix is the length of its entries, as for a vector.",
    visible = 2,
    points = 2,
    hint =
        "This is the Frobenius norm, which adds up the squares of all singular values. Only"
            + " the largest one is asked for.")
public final class Frobenius implements SpectralNorm {
  @Override
  public double norm(double[][] a) {
    check(a);
    double squares = 0;
    for (double[] row : a) {
      for (double x : row) {
        squares += x * x;
      }
    }
    return Math.sqrt(squares);
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
