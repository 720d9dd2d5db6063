package longrange.catalogue.ch03.jacobianproduct;

import longrange.exercises.ch03.JacobianProduct;
import longrange.grading.diagnosis.CorrectAnswer;

/// Backpropagation: each row of the product is carried from the last state to the first.
@CorrectAnswer("adjoints, one row at a time, from the newest step backwards")
public final class FromTheNewestBackwards implements JacobianProduct {
  @Override
  public double[][] product(double[][] w, double[][] states) {
    int n = w.length;
    double[][] product = new double[n][n];
    for (int i = 0; i < n; i++) {
      double[] adjoint = new double[n];
      adjoint[i] = 1;
      for (int t = states.length - 1; t >= 0; t--) {
        adjoint = previous(w, states[t], adjoint);
      }
      product[i] = adjoint;
    }
    return product;
  }

  private static double[] previous(double[][] w, double[] h, double[] adjoint) {
    double[] previous = new double[h.length];
    for (int i = 0; i < h.length; i++) {
      double slope = 1 - h[i] * h[i];
      for (int j = 0; j < h.length; j++) {
        previous[j] += adjoint[i] * slope * w[i][j];
      }
    }
    return previous;
  }
}
