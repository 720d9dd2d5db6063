package longrange.graders.hidden.ch03;

import longrange.exercises.ch03.SpectralRadius;
import longrange.graders.hidden.Withheld;
import longrange.grading.Grades;
import longrange.grading.Points;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The radius of matrices that are larger, or more defective, than the visible ones.
@Grades(value = SpectralRadius.class, hidden = true)
class SpectralRadiusHiddenTest {

  /// A rotation about an axis, whose three eigenvalues all have the modulus 1, and a cycle of four
  /// with the weights 1, 2, 3 and 4, whose fourth power is 24 I.
  @Test
  @Points(1)
  @DisplayName("several eigenvalues may share the largest modulus")
  void sharedModulus(SpectralRadius answer) {
    double[][] rotation = {{0.6, -0.8, 0}, {0.8, 0.6, 0}, {0, 0, -1}};
    Withheld.close(1, answer.radius(rotation), 1e-9);
    double[][] cycle = {{0, 1, 0, 0}, {0, 0, 2, 0}, {0, 0, 0, 3}, {4, 0, 0, 0}};
    Withheld.close(Math.sqrt(Math.sqrt(24)), answer.radius(cycle), 1e-9);
  }

  /// Four equal eigenvalues with one eigenvector.
  @Test
  @Points(1)
  @DisplayName("larger Jordan blocks are exact to 1e-9 too")
  void largerJordanBlock(SpectralRadius answer) {
    double[][] a = {{0.9, 1, 0, 0}, {0, 0.9, 1, 0}, {0, 0, 0.9, 1}, {0, 0, 0, 0.9}};
    Withheld.close(0.9, answer.radius(a), 1e-9);
    Withheld.close(1.5, answer.radius(new double[][] {{-1.5, 0}, {7, -1.5}}), 1e-9);
  }

  /// Strictly triangular, and a 3×3 matrix whose square is 0.
  @Test
  @Points(1)
  @DisplayName("of a larger nilpotent matrix is 0")
  void largerNilpotent(SpectralRadius answer) {
    double[][] triangular = {{0, 1, 5, -2}, {0, 0, 3, 4}, {0, 0, 0, 6}, {0, 0, 0, 0}};
    Withheld.close(0, answer.radius(triangular), 1e-9);
    double[][] square = {{1, -1, 0}, {1, -1, 0}, {2, -2, 0}};
    Withheld.close(0, answer.radius(square), 1e-9);
    Withheld.close(0, answer.radius(new double[2][2]), 1e-9);
  }

  /// A matrix with the eigenvalues 4, −6 and 5; and entries whose powers leave the range of a
  /// double.
  @Test
  @Points(1)
  @DisplayName("matrices without special structure, and very large or very small entries")
  void anyMatrix(SpectralRadius answer) {
    double[][] a = {{14, -10, 1}, {20, -16, 11}, {0, 0, 5}};
    Withheld.close(6, answer.radius(a), 1e-9);
    for (double scale : new double[] {1e-60, 1e60}) {
      double[][] scaled = {{scale, 2 * scale}, {3 * scale, -4 * scale}};
      Withheld.closeInRelation(5 * scale, answer.radius(scaled), 1e-9);
    }
  }
}
