package longrange.catalogue.ch03.transientwitness;

import longrange.exercises.ch03.TransientWitness;
import longrange.grading.diagnosis.WrongAnswer;

/// Normal: its powers have the norm 0.95^k.
@WrongAnswer(
    misconception = "A radius close to 1 is enough.",
    visible = 1,
    points = 1,
    hint = "This matrix is normal")
public final class DiagonalOnly implements TransientWitness {
  @Override
  public double[][] matrix() {
    return new double[][] {{0.95, 0}, {0, 0.95}};
  }
}
