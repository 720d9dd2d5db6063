package longrange.catalogue.ch03.spectralradius;

import longrange.exercises.ch03.SpectralRadius;
import longrange.grading.diagnosis.WrongAnswer;

/// The length of all entries taken as one vector.
@WrongAnswer(
    misconception = "All norms are one number, and that is the radius.",
    visible = 1,
    points = 1,
    hint =
        "This is the Frobenius norm. It bounds the radius from above and is not equal to" + " it.")
public final class FrobeniusForRadius implements SpectralRadius {
  @Override
  public double radius(double[][] a) {
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
    if (a.length == 0) {
      throw new IllegalArgumentException("no rows");
    }
    for (double[] row : a) {
      if (row.length != a.length) {
        throw new IllegalArgumentException("not square");
      }
    }
  }
}
