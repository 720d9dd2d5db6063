package longrange.catalogue.ch03.jacobianproduct;

import longrange.exercises.ch03.JacobianProduct;
import longrange.grading.diagnosis.WrongAnswer;

/// Right for the size of the worked value.
@WrongAnswer(
    misconception = "The size of the worked value is the size of every input.",
    visible = 1,
    points = 1,
    hint =
        "It is right for two units and for nothing else: a loop or an array has the size of"
            + " the worked value. Take n from the arguments, w.length.")
public final class TwoByTwoOnly implements JacobianProduct {
  @Override
  public double[][] product(double[][] w, double[][] states) {
    double[][] p = {{1, 0}, {0, 1}};
    for (double[] h : states) {
      double a = 1 - h[0] * h[0];
      double b = 1 - h[1] * h[1];
      p =
          new double[][] {
            {
              a * (w[0][0] * p[0][0] + w[0][1] * p[1][0]),
              a * (w[0][0] * p[0][1] + w[0][1] * p[1][1])
            },
            {
              b * (w[1][0] * p[0][0] + w[1][1] * p[1][0]),
              b * (w[1][0] * p[0][1] + w[1][1] * p[1][1])
            }
          };
    }
    return p;
  }
}
