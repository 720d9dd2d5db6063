package longrange.catalogue.ch03.transientwitness;

import longrange.exercises.ch03.TransientWitness;
import longrange.grading.diagnosis.WrongAnswer;

/// Its square is 0.9025 times the identity.
@WrongAnswer(
    misconception = "The sign of an eigenvalue does not matter for growth.",
    visible = 1,
    points = 1,
    hint = "every second step undoes the first")
public final class OppositeSigns implements TransientWitness {
  @Override
  public double[][] matrix() {
    return new double[][] {{0.95, 2}, {0, -0.95}};
  }
}
