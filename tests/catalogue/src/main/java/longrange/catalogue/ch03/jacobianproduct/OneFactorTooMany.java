package longrange.catalogue.ch03.jacobianproduct;

import longrange.exercises.ch03.JacobianProduct;
import longrange.grading.diagnosis.WrongAnswer;

/// k + 1 factors for k steps: 0.9^100 for 99 steps.
@WrongAnswer(
    misconception = "The initial state has a factor too: k steps have k + 1 factors.",
    visible = 0,
    points = 0,
    hint =
        "One factor too many: for one step this is D_1 W · W. For k states there are k"
            + " factors; h_0 is not among the states and has none.")
public final class OneFactorTooMany implements JacobianProduct {
  @Override
  public double[][] product(double[][] w, double[][] states) {
    if (states.length == 0) {
      return identity(w.length);
    }
    double[][] product = w;
    for (double[] h : states) {
      product = times(step(w, h), product);
    }
    return product;
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
