package longrange.catalogue.ch03.transientwitness;

import longrange.exercises.ch03.TransientWitness;
import longrange.grading.diagnosis.WrongAnswer;

/// Its eigenvalues are ±2, though its diagonal is 0.
@WrongAnswer(
    misconception = "The eigenvalues stand on the diagonal of every matrix.",
    visible = 0,
    points = 0,
    hint = "The diagonal is small")
public final class ZeroDiagonal implements TransientWitness {
  @Override
  public double[][] matrix() {
    return new double[][] {{0, 2}, {2, 0}};
  }
}
