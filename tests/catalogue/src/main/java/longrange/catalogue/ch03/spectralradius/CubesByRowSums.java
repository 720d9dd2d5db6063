package longrange.catalogue.ch03.spectralradius;

import java.util.Arrays;
import longrange.exercises.ch03.SpectralRadius;
import longrange.grading.diagnosis.CorrectAnswer;

/// Gelfand's formula along `A^(3^m)`, in the norm of the largest row sum.
@CorrectAnswer("cubing instead of squaring, another norm")
public final class CubesByRowSums implements SpectralRadius {
  @Override
  public double radius(double[][] a) {
    check(a);
    double[][] b = a;
    double log = 0;
    double weight = 1;
    for (int m = 0; m < 40; m++) {
      double size = 0;
      for (double[] row : b) {
        size = Math.max(size, Arrays.stream(row).map(Math::abs).sum());
      }
      if (size == 0) {
        return 0;
      }
      log += weight * Math.log(size);
      weight /= 3;
      b = divided(b, size);
      b = times(b, times(b, b));
    }
    return Math.exp(log);
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

  private static double[][] divided(double[][] a, double size) {
    double[][] b = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        b[i][j] = a[i][j] / size;
      }
    }
    return b;
  }

  private static double[][] times(double[][] a, double[][] b) {
    int n = a.length;
    double[][] c = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          c[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return c;
  }
}
