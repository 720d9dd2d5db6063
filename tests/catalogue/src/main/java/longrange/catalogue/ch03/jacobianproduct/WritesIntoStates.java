package longrange.catalogue.ch03.jacobianproduct;

import longrange.exercises.ch03.JacobianProduct;
import longrange.grading.diagnosis.WrongAnswer;

/// Right, but the caller loses the states.
@WrongAnswer(
    misconception = "An argument is scratch space.",
    visible = 0,
    points = 1,
    hint = "Your method writes into its argument states. Compute in an array of your own.")
public final class WritesIntoStates implements JacobianProduct {
  @Override
  public double[][] product(double[][] w, double[][] states) {
    double[][] product = identity(w.length);
    for (double[] h : states) {
      for (int i = 0; i < h.length; i++) {
        h[i] = 1 - h[i] * h[i];
      }
      product = times(step(w, h), product);
    }
    return product;
  }

  private static double[][] step(double[][] w, double[] h) {
    int n = h.length;
    double[][] step = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        step[i][j] = h[i] * w[i][j];
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
