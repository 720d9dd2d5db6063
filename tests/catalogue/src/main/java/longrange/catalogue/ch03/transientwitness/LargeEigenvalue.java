package longrange.catalogue.ch03.transientwitness;

import longrange.exercises.ch03.TransientWitness;
import longrange.grading.diagnosis.WrongAnswer;

/// Grows by an eigenvalue of 2.
@WrongAnswer(
    misconception = "Growth needs an eigenvalue above 1.",
    visible = 0,
    points = 0,
    hint = "It grows because an eigenvalue is large")
public final class LargeEigenvalue implements TransientWitness {
  @Override
  public double[][] matrix() {
    return new double[][] {{2, 0}, {0, 0.5}};
  }
}
