package longrange.catalogue.ch03.jacobianproduct;

import longrange.exercises.ch03.JacobianProduct;
import longrange.grading.diagnosis.WrongAnswer;

/// The loop begins at the second state.
@WrongAnswer(
    misconception = "The first state given is taken for the initial one, which has no factor.",
    visible = 0,
    points = 0,
    hint =
        "The factor of the last state given is missing: for one step this is the identity."
            + " For k states there are k factors; the initial state is not among the states.")
public final class OneFactorTooFew implements JacobianProduct {
  @Override
  public double[][] product(double[][] w, double[][] states) {
    double[][] product = identity(w.length);
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
