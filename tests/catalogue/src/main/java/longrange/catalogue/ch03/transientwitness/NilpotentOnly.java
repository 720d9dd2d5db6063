package longrange.catalogue.ch03.transientwitness;

import longrange.exercises.ch03.TransientWitness;
import longrange.grading.diagnosis.WrongAnswer;

/// Norm 4, square 0.
@WrongAnswer(
    misconception = "A large norm and a radius of 0 make a growing power.",
    visible = 1,
    points = 1,
    hint = "one step is large, and after two nothing is left")
public final class NilpotentOnly implements TransientWitness {
  @Override
  public double[][] matrix() {
    return new double[][] {{2, 2}, {-2, -2}};
  }
}
