package longrange.catalogue.ch03.jacobianproduct;

import longrange.exercises.ch03.JacobianProduct;
import longrange.grading.diagnosis.WrongAnswer;

/// The slope at h, as if h were what goes into tanh.
@WrongAnswer(
    misconception = "The states are what goes into tanh, so tanh is applied once more.",
    visible = 0,
    points = 0,
    hint =
        "These are the values you get when tanh is applied again: 1 − tanh(h)². The states"
            + " are already values of tanh, so the slope is 1 − h².")
public final class SlopeOfTanhTwice implements JacobianProduct {
  @Override
  public double[][] product(double[][] w, double[][] states) {
    double[][] product = identity(w.length);
    for (double[] h : states) {
      product = times(step(w, h), product);
    }
    return product;
  }

  private static double[][] step(double[][] w, double[] h) {
    int n = h.length;
    double[][] step = new double[n][n];
    for (int i = 0; i < n; i++) {
      double value = Math.tanh(h[i]);
      for (int j = 0; j < n; j++) {
        step[i][j] = (1 - value * value) * w[i][j];
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
