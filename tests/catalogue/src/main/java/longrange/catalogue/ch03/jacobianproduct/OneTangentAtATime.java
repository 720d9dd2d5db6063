package longrange.catalogue.ch03.jacobianproduct;

import longrange.exercises.ch03.JacobianProduct;
import longrange.grading.diagnosis.CorrectAnswer;

/// Column j is the tangent of entry j of the initial state, carried through the steps.
@CorrectAnswer("the net's tangents, one column at a time")
public final class OneTangentAtATime implements JacobianProduct {
  @Override
  public double[][] product(double[][] w, double[][] states) {
    int n = w.length;
    double[][] product = new double[n][n];
    for (int j = 0; j < n; j++) {
      double[] tangent = new double[n];
      tangent[j] = 1;
      for (double[] h : states) {
        tangent = next(w, h, tangent);
      }
      for (int i = 0; i < n; i++) {
        product[i][j] = tangent[i];
      }
    }
    return product;
  }

  private static double[] next(double[][] w, double[] h, double[] tangent) {
    double[] next = new double[h.length];
    for (int i = 0; i < h.length; i++) {
      for (int j = 0; j < h.length; j++) {
        next[i] += w[i][j] * tangent[j];
      }
      next[i] *= (1 - h[i]) * (1 + h[i]);
    }
    return next;
  }
}
