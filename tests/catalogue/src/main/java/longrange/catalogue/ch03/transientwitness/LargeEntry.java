package longrange.catalogue.ch03.transientwitness;

import longrange.exercises.ch03.TransientWitness;
import longrange.grading.diagnosis.WrongAnswer;

/// Needs an entry that is not allowed.
@WrongAnswer(
    misconception = "A single large weight is a fair witness.",
    visible = 0,
    points = 1,
    hint = "With entries as large as you like")
public final class LargeEntry implements TransientWitness {
  @Override
  public double[][] matrix() {
    return new double[][] {{0.95, 100}, {0, 0.95}};
  }
}
