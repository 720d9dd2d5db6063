package longrange.catalogue.ch03.jacobianproduct;

import longrange.exercises.ch03.JacobianProduct;
import longrange.grading.diagnosis.WrongAnswer;

/// The steps stand in the order in which they happen.
@WrongAnswer(
    misconception = "The product is written in ascending order of time, oldest step leftmost.",
    visible = 0,
    points = 0,
    hint =
        "These are the values of D_1 W · D_2 W, in ascending order. The newest step stands"
            + " leftmost: h_2 is D_2 W applied to what step 1 made.")
public final class AscendingOrder implements JacobianProduct {
  @Override
  public double[][] product(double[][] w, double[][] states) {
    double[][] product = identity(w.length);
    for (double[] h : states) {
      product = times(product, step(w, h));
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
