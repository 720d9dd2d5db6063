package longrange.catalogue.ch03.jacobianproduct;

import longrange.exercises.ch03.JacobianProduct;
import longrange.grading.diagnosis.WrongAnswer;

/// `W^k`, the product of a linear net.
@WrongAnswer(
    misconception = "The net is treated as linear: the product is a power of W.",
    visible = 0,
    points = 0,
    hint =
        "These are the values of a power of W: the slopes of tanh are missing. One step has"
            + " the Jacobian D_t W with D_t = diag(1 − h_t²).")
public final class NoSlopes implements JacobianProduct {
  @Override
  public double[][] product(double[][] w, double[][] states) {
    double[][] product = identity(w.length);
    for (int t = 0; t < states.length; t++) {
      product = times(w, product);
    }
    return product;
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
