package longrange.catalogue.ch03.spectralradius;

import java.util.Arrays;
import longrange.exercises.ch03.SpectralRadius;
import longrange.grading.diagnosis.WrongAnswer;

/// All eigenvalues, by QR steps, and of each its real part.
@WrongAnswer(
    misconception = "An eigenvalue is as large as its real part.",
    visible = 4,
    points = 6,
    hint =
        "This is the largest modulus of a real part: of 0.3 ± 0.4i it takes 0.3. The modulus of a"
            + " complex number needs its imaginary part too, √(Re² + Im²).")
public final class RealPartOnly implements SpectralRadius {
  private static final double SMALL = 1e-12;

  @Override
  public double radius(double[][] a) {
    check(a);
    double[][] b = Arrays.stream(a).map(double[]::clone).toArray(double[][]::new);
    for (int step = 0; step < 2_000; step++) {
      qrStep(b);
    }
    double largest = 0;
    int i = 0;
    while (i < b.length) {
      boolean pair = i + 1 < b.length && Math.abs(b[i + 1][i]) > SMALL * size(b);
      largest = Math.max(largest, pair ? ofPair(b, i) : Math.abs(b[i][i]));
      i += pair ? 2 : 1;
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

  private static double size(double[][] a) {
    return Arrays.stream(a).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(0);
  }

  /// `A = Q R` becomes `R Q`, by one rotation for each entry below the diagonal.
  private static void qrStep(double[][] a) {
    int n = a.length;
    double[][] turned = new double[n][n];
    for (int i = 0; i < n; i++) {
      turned[i][i] = 1;
    }
    for (int k = 0; k < n; k++) {
      for (int i = k + 1; i < n; i++) {
        double length = Math.hypot(a[k][k], a[i][k]);
        if (length > 0) {
          double cos = a[k][k] / length;
          double sin = a[i][k] / length;
          turn(a, k, i, cos, sin);
          turn(turned, k, i, cos, sin);
        }
      }
    }
    double[][] r = Arrays.stream(a).map(double[]::clone).toArray(double[][]::new);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        a[i][j] = 0;
        for (int k = 0; k < n; k++) {
          a[i][j] += r[i][k] * turned[j][k];
        }
      }
    }
  }

  private static void turn(double[][] a, int k, int i, double cos, double sin) {
    for (int j = 0; j < a.length; j++) {
      double above = a[k][j];
      a[k][j] = cos * above + sin * a[i][j];
      a[i][j] = cos * a[i][j] - sin * above;
    }
  }

  /// The two eigenvalues of a block on the diagonal.
  private static double ofPair(double[][] a, int i) {
    double half = (a[i][i] + a[i + 1][i + 1]) / 2;
    double det = a[i][i] * a[i + 1][i + 1] - a[i][i + 1] * a[i + 1][i];
    return Math.abs(half) + Math.sqrt(Math.max(0, half * half - det));
  }
}
