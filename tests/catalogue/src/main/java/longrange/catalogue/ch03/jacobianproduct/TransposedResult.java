package longrange.catalogue.ch03.jacobianproduct;

import longrange.exercises.ch03.JacobianProduct;
import longrange.grading.diagnosis.WrongAnswer;

/// The derivative of entry j by entry i.
@WrongAnswer(
    misconception = "Rows and columns of a Jacobian are exchanged.",
    visible = 0,
    points = 0,
    hint =
        "This is the transpose of the answer. Row i, column j is the derivative of entry i"
            + " of h_k by entry j of h_0.")
public final class TransposedResult implements JacobianProduct {
  @Override
  public double[][] product(double[][] w, double[][] states) {
    double[][] product = identity(w.length);
    for (double[] h : states) {
      product = times(step(w, h), product);
    }
    double[][] transposed = identity(w.length);
    for (int i = 0; i < w.length; i++) {
      for (int j = 0; j < w.length; j++) {
        transposed[j][i] = product[i][j];
      }
    }
    return transposed;
  }

  private static double[][] step(double[][] w, double[] h) {
    int n = h.length;
    double[][] step = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        step[i][j] = (1 - h[i] * h[i]) * w[i][j];
      }
    }
    return step;
  }

  private static double[][] identity(int n) {
    double[][] identity = new double[n][n];
    for (int i = 0; i < n; i++) {
      identity[i][i] = 1;
    }
    return identity;
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
