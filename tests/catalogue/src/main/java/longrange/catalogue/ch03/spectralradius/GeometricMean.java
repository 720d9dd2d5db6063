package longrange.catalogue.ch03.spectralradius;

import java.util.Arrays;
import longrange.exercises.ch03.SpectralRadius;
import longrange.grading.diagnosis.WrongAnswer;

/// `|det A|^(1/n)`, by elimination.
@WrongAnswer(
    misconception = "The root of the determinant is the size of the eigenvalues.",
    visible = 1,
    points = 2,
    hint =
        "This is the root of |det A|, which is the geometric mean of the moduli. The"
            + " largest of them is asked for.")
public final class GeometricMean implements SpectralRadius {
  @Override
  public double radius(double[][] a) {
    check(a);
    double[][] u = Arrays.stream(a).map(double[]::clone).toArray(double[][]::new);
    double det = 1;
    for (int k = 0; k < u.length; k++) {
      int pivot = k;
      for (int i = k; i < u.length; i++) {
        pivot = Math.abs(u[i][k]) > Math.abs(u[pivot][k]) ? i : pivot;
      }
      double[] row = u[pivot];
      u[pivot] = u[k];
      u[k] = row;
      det *= row[k];
      if (det == 0) {
        return 0;
      }
      for (int i = k + 1; i < u.length; i++) {
        double factor = u[i][k] / row[k];
        for (int j = k; j < u.length; j++) {
          u[i][j] -= factor * row[j];
        }
      }
    }
    return Math.pow(Math.abs(det), 1.0 / u.length);
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
