package longrange.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import longrange.exercises.ch03.SpectralNorm;
import longrange.grading.Grades;
import longrange.grading.Points;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Two tests of an exercise: enough for every kind of verdict.
@Grades(SpectralNorm.class)
class SpectralNormSampleGrader {
  @Test
  @Points(2)
  @DisplayName("a diagonal matrix has the largest modulus as its norm")
  void diagonal(SpectralNorm answer) {
    assertEquals(3, answer.norm(new double[][] {{2, 0}, {0, -3}}), 1e-9, "norm of diag(2, −3)");
  }

  @Test
  @Points(1)
  @DisplayName("the zero matrix has norm 0")
  void zero(SpectralNorm answer) {
    assertEquals(0, answer.norm(new double[2][2]), "norm of 0");
  }
}
