package longrange.catalogue.ch03.jacobianproduct;

import longrange.exercises.ch03.JacobianProduct;
import longrange.grading.diagnosis.WrongAnswer;

/// The sum of the factors.
@WrongAnswer(
    misconception = "The contributions of the steps are added, as gradients of shared weights are.",
    visible = 0,
    points = 0,
    hint =
        "These are the values you get when the steps are added. By the chain rule they are"
            + " multiplied.")
public final class StepsAdded implements JacobianProduct {
  @Override
  public double[][] product(double[][] w, double[][] states) {
    if (states.length == 0) {
      return identity(w.length);
    }
    double[][] sum = new double[w.length][w.length];
    for (double[] h : states) {
      double[][] step = step(w, h);
      for (int i = 0; i < w.length; i++) {
        for (int j = 0; j < w.length; j++) {
          sum[i][j] += step[i][j];
        }
      }
    }
    return sum;
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
