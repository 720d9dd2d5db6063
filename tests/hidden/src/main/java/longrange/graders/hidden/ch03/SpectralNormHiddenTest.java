package longrange.graders.hidden.ch03;

import longrange.exercises.ch03.SpectralNorm;
import longrange.graders.hidden.Withheld;
import longrange.grading.Grades;
import longrange.grading.Points;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The largest singular value where an iteration is tempted to stop too early.
@Grades(value = SpectralNorm.class, hidden = true)
class SpectralNormHiddenTest {

  /// Orthogonal columns of length 2, scaled by 1, 3, 2 and 1.5.
  @Test
  @Points(2)
  @DisplayName("is right for larger matrices, with a largest direction that is no axis")
  void largerMatrices(SpectralNorm answer) {
    double[][] a = {
      {1, 3, 2, 1.5}, {1, -3, 2, -1.5}, {1, 3, -2, -1.5}, {1, -3, -2, 1.5},
    };
    double[][] doubled = transposedAndDoubled(a);
    Withheld.closeInRelation(6, answer.norm(a), 1e-9);
    Withheld.closeInRelation(12, answer.norm(doubled), 1e-9);
    Withheld.closeInRelation(Math.sqrt(15), answer.norm(new double[][] {{1, -1, 2, 0, -3}}), 1e-9);
  }

  /// Rotations to both sides of `diag(2, 1.998)`, behind a smaller singular value; and three that
  /// are equal.
  @Test
  @Points(2)
  @DisplayName("is exact to 1e-9 when the two largest singular values are close, or equal")
  void closeSingularValues(SpectralNorm answer) {
    double[][] a = {
      {0.5, 0, 0},
      {0, 2 * 0.6 * 0.8 - 1.998 * 0.8 * 0.6, -2 * 0.6 * 0.6 - 1.998 * 0.8 * 0.8},
      {0, 2 * 0.8 * 0.8 + 1.998 * 0.6 * 0.6, -2 * 0.8 * 0.6 + 1.998 * 0.6 * 0.8},
    };
    Withheld.closeInRelation(2, answer.norm(a), 1e-9);
    double[][] rotation = {{0.6, -0.8, 0}, {0.8, 0.6, 0}, {0, 0, 1}};
    Withheld.closeInRelation(1, answer.norm(rotation), 1e-9);
  }

  @Test
  @Points(1)
  @DisplayName("grows and shrinks with the matrix, however small or large its entries are")
  void anyScale(SpectralNorm answer) {
    for (double scale : new double[] {1e-40, 1e-12, 1e12, 1e40}) {
      double[][] a = {{2 * scale, 0, 0}, {0, 3 * scale, 0}, {0, -4 * scale, 5 * scale}};
      Withheld.closeInRelation(scale * Math.sqrt(45), answer.norm(a), 1e-9);
    }
  }

  private static double[][] transposedAndDoubled(double[][] a) {
    double[][] t = new double[a[0].length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[0].length; j++) {
        t[j][i] = 2 * a[i][j];
      }
    }
    return t;
  }
}
