package longrange.catalogue.ch03.spectralradius;

import longrange.exercises.ch03.SpectralRadius;
import longrange.grading.diagnosis.WrongAnswer;

/// Reads the eigenvalues off the diagonal.
@WrongAnswer(
    misconception = "The eigenvalues stand on the diagonal.",
    visible = 2,
    points = 3,
    hint =
        "This is the largest entry of the diagonal. The eigenvalues stand on the diagonal"
            + " only when the matrix is triangular.")
public final class LargestOnTheDiagonal implements SpectralRadius {
  @Override
  public double radius(double[][] a) {
    check(a);
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs(a[i][i]));
    }
    return largest;
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
