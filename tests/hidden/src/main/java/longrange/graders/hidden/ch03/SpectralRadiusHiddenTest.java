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

  /// Three equal eigenvalues with one eigenvector, behind two smaller ones.
  @Test
  @Points(1)
  @DisplayName("larger Jordan blocks are exact to 1e-9 too")
  void largerJordanBlock(SpectralRadius answer) {
    double[][] a = {
      {0.25, 1, 0, 0, 0}, {0, 0.5, 0, 0, 0}, {0, 0, 0.9, 1, 0}, {0, 0, 0, 0.9, 1}, {0, 0, 0, 0, 0.9}
    };
    Withheld.close(0.9, answer.radius(a), 1e-9);
    Withheld.close(1.5, answer.radius(new double[][] {{-1.5, 0}, {7, -1.5}}), 1e-9);
  }

  /// Strictly triangular; a 3×3 matrix whose square is 0, and beside it one that is its own square;
  /// and zeros.
  @Test
  @Points(1)
  @DisplayName("of a larger nilpotent matrix is 0, and of nothing else")
  void largerNilpotent(SpectralRadius answer) {
    double[][] triangular = {{0, 1, 5, -2}, {0, 0, 3, 4}, {0, 0, 0, 6}, {0, 0, 0, 0}};
    Withheld.close(0, answer.radius(triangular), 1e-9);
    double[][] nilpotent = {{2, 1, -2}, {4, 2, -4}, {4, 2, -4}};
    Withheld.close(0, answer.radius(nilpotent), 1e-9);
    double[][] projection = {{2, 1, -2}, {4, 2, -4}, {3, 1.5, -3}};
    Withheld.close(1, answer.radius(projection), 1e-9);
    Withheld.close(0, answer.radius(new double[2][2]), 1e-9);
  }

  /// Matrices with the eigenvalues 5, 4 and −6, and with −2 and 1 ± 2i; and entries whose powers
  /// leave the range of a double. Of very small ones the statement asks for no more than an
  /// absolute error.
  @Test
  @Points(2)
  @DisplayName("matrices without special structure, and very large or very small entries")
  void anyMatrix(SpectralRadius answer) {
    double[][] a = {{5, 0, 0}, {1, 14, -10}, {11, 20, -16}};
    Withheld.close(6, answer.radius(a), 1e-9);
    double[][] dense = {{14, -11, -9}, {10, -6, -10}, {10, -11, -5}};
    Withheld.close(6, answer.radius(dense), 1e-9);
    double[][] complex = {{3, 3, -5}, {4, 3, -4}, {4, 5, -6}};
    Withheld.close(Math.sqrt(5), answer.radius(complex), 1e-9);
    double[][] large = {{1e60, 0, 2e60}, {0, 1e60, 0}, {3e60, 0, -4e60}};
    Withheld.closeInRelation(5e60, answer.radius(large), 1e-9);
    Withheld.close(0, answer.radius(new double[][] {{1e-60, 2e-60}, {3e-60, -4e-60}}), 1e-9);
  }
}
