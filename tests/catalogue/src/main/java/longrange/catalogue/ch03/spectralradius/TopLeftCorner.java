package longrange.catalogue.ch03.spectralradius;

import longrange.exercises.ch03.SpectralRadius;
import longrange.grading.diagnosis.WrongAnswer;

/// The formula for two rows, right for these, complex eigenvalues and all.
@WrongAnswer(
    misconception = "A matrix has two rows and two columns.",
    visible = 1,
    points = 1,
    hint =
        "This is the radius of the two rows and columns in the top left corner, by the formula for"
            + " the roots of λ² − (a + d) λ + (a d − b c). A matrix may have any number of rows.")
public final class TopLeftCorner implements SpectralRadius {
  @Override
  public double radius(double[][] a) {
    check(a);
    double half = (a[0][0] + a[1][1]) / 2;
    double det = a[0][0] * a[1][1] - a[0][1] * a[1][0];
    double root = half * half - det;
    return root < 0 ? Math.sqrt(det) : Math.abs(half) + Math.sqrt(root);
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
