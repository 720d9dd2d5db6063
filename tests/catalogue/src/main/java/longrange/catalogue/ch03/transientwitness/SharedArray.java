package longrange.catalogue.ch03.transientwitness;

import longrange.exercises.ch03.TransientWitness;
import longrange.grading.diagnosis.WrongAnswer;

/// Right once: every call returns the same array.
@WrongAnswer(
    misconception = "A field may be handed out.",
    visible = 3,
    points = 3,
    hint = "in a new array")
public final class SharedArray implements TransientWitness {
  private final double[][] witness = {{0.95, 2}, {0, 0.95}};

  @Override
  public double[][] matrix() {
    return witness;
  }
}
