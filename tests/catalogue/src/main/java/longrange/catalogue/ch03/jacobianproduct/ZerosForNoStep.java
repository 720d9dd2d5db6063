package longrange.catalogue.ch03.jacobianproduct;

import longrange.exercises.ch03.JacobianProduct;
import longrange.grading.diagnosis.WrongAnswer;

/// Right for one step and more.
@WrongAnswer(
    misconception = "Without a step there is no influence, so the derivative is 0.",
    visible = 0,
    points = 1,
    hint =
        "Zeros mean that a change of h_0 has no effect. After no step, h_0 is the last"
            + " state itself, and its derivative by itself is the identity.")
public final class ZerosForNoStep implements JacobianProduct {
  @Override
  public double[][] product(double[][] w, double[][] states) {
    if (states.length == 0) {
      return new double[w.length][w.length];
    }
    double[][] product = step(w, states[0]);
    for (int t = 1; t < states.length; t++) {
      product = times(step(w, states[t]), product);
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
