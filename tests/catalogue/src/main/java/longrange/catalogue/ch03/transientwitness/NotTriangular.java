package longrange.catalogue.ch03.transientwitness;

import longrange.exercises.ch03.TransientWitness;
import longrange.grading.diagnosis.CorrectAnswer;

/// `0.95 I + N` in other coordinates: no entry is 0.
@CorrectAnswer("a nilpotent part that is not triangular")
public final class NotTriangular implements TransientWitness {
  @Override
  public double[][] matrix() {
    return new double[][] {{2, 1.05}, {-1.05, -0.1}};
  }
}
