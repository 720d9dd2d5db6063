package longrange.catalogue.ch03.transientwitness;

import longrange.exercises.ch03.TransientWitness;
import longrange.grading.diagnosis.WrongAnswer;

/// One matrix within the bounds, and from the third call on one that grows.
@WrongAnswer(
    misconception = "Each property may have a matrix of its own.",
    visible = 0,
    points = 0,
    hint = "The answer changed between calls")
public final class AnotherAtEachCall implements TransientWitness {
  private int calls;

  @Override
  public double[][] matrix() {
    calls++;
    return calls < 3 ? new double[][] {{0.5, 0}, {0, 0.5}} : new double[][] {{2, 2}, {0, 2}};
  }
}
