package longrange.catalogue.ch03.transientwitness;

import longrange.exercises.ch03.TransientWitness;
import longrange.grading.diagnosis.WrongAnswer;

/// A Jordan block whose largest norm from k = 5 on is below 1.
@WrongAnswer(
    misconception = "A Jordan block grows whatever its eigenvalue.",
    visible = 1,
    points = 1,
    hint = "It does not grow")
public final class NeverGrows implements TransientWitness {
  @Override
  public double[][] matrix() {
    return new double[][] {{0.5, 2}, {0, 0.5}};
  }
}
