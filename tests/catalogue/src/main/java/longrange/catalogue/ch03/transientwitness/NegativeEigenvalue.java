package longrange.catalogue.ch03.transientwitness;

import longrange.exercises.ch03.TransientWitness;
import longrange.grading.diagnosis.CorrectAnswer;

/// The sign of the entries turns at every step, their size grows.
@CorrectAnswer("an eigenvalue of −0.95")
public final class NegativeEigenvalue implements TransientWitness {
  @Override
  public double[][] matrix() {
    return new double[][] {{-0.95, 2}, {0, -0.95}};
  }
}
