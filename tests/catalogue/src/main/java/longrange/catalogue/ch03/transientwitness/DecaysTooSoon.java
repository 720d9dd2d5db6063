package longrange.catalogue.ch03.transientwitness;

import longrange.exercises.ch03.TransientWitness;
import longrange.grading.diagnosis.WrongAnswer;

/// Its largest power is 7.8, at k = 9.
@WrongAnswer(
    misconception = "Any Jordan block grows enough.",
    visible = 1,
    points = 1,
    hint = "It grows, but not enough")
public final class DecaysTooSoon implements TransientWitness {
  @Override
  public double[][] matrix() {
    return new double[][] {{0.9, 2}, {0, 0.9}};
  }
}
