package longrange.catalogue.ch03.spectralradius;

import longrange.exercises.ch03.SpectralRadius;
import longrange.grading.diagnosis.WrongAnswer;

/// The larger root of `λ² − (a + d) λ + (a d − b c) = 0`.
@WrongAnswer(
    misconception = "The radius is the largest eigenvalue on the real line; a matrix has two rows.",
    visible = 0,
    points = 0,
    hint =
        "This is the largest eigenvalue on the real line. Negative and complex ones count"
            + " too, by their modulus.")
public final class LargestRealEigenvalue implements SpectralRadius {
  @Override
  public double radius(double[][] a) {
    check(a);
    double half = (a[0][0] + a[1][1]) / 2;
    double det = a[0][0] * a[1][1] - a[0][1] * a[1][0];
    return half + Math.sqrt(half * half - det);
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
