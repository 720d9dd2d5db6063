package longrange.catalogue.ch03.transientwitness;

import longrange.exercises.ch03.TransientWitness;
import longrange.grading.diagnosis.WrongAnswer;

/// A larger Jordan block.
@WrongAnswer(
    misconception = "The size of the witness is free.",
    visible = 0,
    points = 0,
    hint = "Return new double[][]")
public final class ThreeByThree implements TransientWitness {
  @Override
  public double[][] matrix() {
    return new double[][] {{0.9, 2, 0}, {0, 0.9, 2}, {0, 0, 0.9}};
  }
}
