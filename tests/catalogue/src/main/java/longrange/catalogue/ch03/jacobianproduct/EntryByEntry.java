package longrange.catalogue.ch03.jacobianproduct;

import longrange.exercises.ch03.JacobianProduct;
import longrange.grading.diagnosis.WrongAnswer;

/// A product of arrays where one of matrices is meant.
@WrongAnswer(
    misconception = "Matrices are multiplied entry by entry.",
    visible = 0,
    points = 0,
    hint =
        "These are the values you get when the matrices are multiplied entry by entry. The"
            + " chain rule needs the matrix product, rows by columns.")
public final class EntryByEntry implements JacobianProduct {
  @Override
  public double[][] product(double[][] w, double[][] states) {
    if (states.length == 0) {
      return identity(w.length);
    }
    double[][] product = step(w, states[0]);
    for (int t = 1; t < states.length; t++) {
      double[][] step = step(w, states[t]);
      for (int i = 0; i < w.length; i++) {
        for (int j = 0; j < w.length; j++) {
          product[i][j] *= step[i][j];
        }
      }
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
}
