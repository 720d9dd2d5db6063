package longrange.catalogue.ch03.transientwitness;

import longrange.exercises.ch03.TransientWitness;
import longrange.grading.diagnosis.WrongAnswer;

/// Grows for ever, slowly.
@WrongAnswer(
    misconception = "A radius of 1 is small enough, nearly.",
    visible = 0,
    points = 0,
    hint = "A radius of exactly 1 does not decay")
public final class RadiusOne implements TransientWitness {
  @Override
  public double[][] matrix() {
    return new double[][] {{1, 2}, {0, 1}};
  }
}
