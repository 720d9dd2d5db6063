package longrange.catalogue.ch03.spectralnorm;

import longrange.exercises.ch03.SpectralNorm;
import longrange.grading.diagnosis.CorrectAnswer;

/// Turns pairs of columns until all are orthogonal: their lengths are then the singular values.
@CorrectAnswer("one-sided Jacobi rotations")
public final class JacobiRotations implements SpectralNorm {
  @Override
  public double norm(double[][] a) {
    check(a);
    double[][] columns = columns(a);
    for (int sweep = 0; sweep < 40; sweep++) {
      for (int p = 0; p < columns.length; p++) {
        for (int q = p + 1; q < columns.length; q++) {
          turn(columns[p], columns[q]);
        }
      }
    }
    double largest = 0;
    for (double[] column : columns) {
      largest = Math.max(largest, Math.sqrt(dot(column, column)));
    }
    return largest;
  }

  /// Makes x and y orthogonal by a rotation in their plane.
  private static void turn(double[] x, double[] y) {
    double xy = dot(x, y);
    if (xy == 0) {
      return;
    }
    double zeta = (dot(y, y) - dot(x, x)) / (2 * xy);
    double t = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.hypot(1, zeta));
    double c = 1 / Math.hypot(1, t);
    double s = c * t;
    for (int i = 0; i < x.length; i++) {
      double before = x[i];
      x[i] = c * before - s * y[i];
      y[i] = s * before + c * y[i];
    }
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  private static double[][] columns(double[][] a) {
    double[][] columns = new double[a[0].length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[0].length; j++) {
        columns[j][i] = a[i][j];
      }
    }
    return columns;
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
