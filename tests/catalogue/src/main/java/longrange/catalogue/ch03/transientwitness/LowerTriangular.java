package longrange.catalogue.ch03.transientwitness;

import longrange.exercises.ch03.TransientWitness;
import longrange.grading.diagnosis.CorrectAnswer;

/// The transpose of a Jordan block, with a negative corner.
@CorrectAnswer("lower triangular")
public final class LowerTriangular implements TransientWitness {
  @Override
  public double[][] matrix() {
    return new double[][] {{0.95, 0}, {-2, 0.95}};
  }
}
