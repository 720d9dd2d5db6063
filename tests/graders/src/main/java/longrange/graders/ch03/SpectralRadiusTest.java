package longrange.graders.ch03;

import longrange.exercises.ch03.SpectralRadius;
import longrange.graders.Arguments;
import longrange.graders.Numbers;
import longrange.graders.Tried;
import longrange.grading.Grades;
import longrange.grading.Points;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The largest modulus of an eigenvalue: real, complex, all zero, and with too few eigenvectors.
///
/// Each idea is tried on a matrix with two rows, which can be followed by hand, and all but the
/// first on a larger one. There the top left corner, or the diagonal, has another radius. No test
/// has one answer to all its calls.
@Grades(SpectralRadius.class)
class SpectralRadiusTest {
  private static Tried radius(SpectralRadius answer, double[][] a) {
    return Tried.call(call(a), answer.radius(Arguments.copy(a)));
  }

  private static String call(double[][] a) {
    return "radius(" + Numbers.words(a) + ")";
  }

  private static void leavesAlone(SpectralRadius answer, double[][] a) {
    double[][] given = Arguments.copy(a);
    answer.radius(given);
    Arguments.unchanged(call(a), "a", a, given);
  }

  @Test
  @Points(1)
  @DisplayName("takes the modulus: a negative eigenvalue counts by its size")
  void negativeEigenvalue(SpectralRadius answer) {
    double[][] a = {{1, 2}, {3, -4}};
    radius(answer, a)
        .shouldBe(
            5,
            "The eigenvalues are 2 and −5. If you are close to 5 and above it, the power you took"
                + " the root of was not high enough.");
    radius(answer, new double[][] {{2, 1}, {1, 2}})
        .shouldBe(3, "The eigenvalues are 1 and 3, with the eigenvectors (1, −1) and (1, 1).");
    leavesAlone(answer, a);
    leavesAlone(answer, new double[][] {{0, 0, 4}, {1, 0, -4}, {0, 1, 1}});
  }

  @Test
  @Points(1)
  @DisplayName("counts complex eigenvalues: of rotations, stretched ones, and one among three")
  void complexPair(SpectralRadius answer) {
    radius(answer, new double[][] {{0.3, -0.4}, {0.4, 0.3}})
        .shouldBe(0.5, "A rotation times one half: 0.3 ± 0.4i, and their modulus is 0.5.");
    radius(answer, new double[][] {{0, -4}, {1, 0}})
        .shouldBe(2, "The eigenvalues are ±2i; their modulus is 2.");
    radius(answer, new double[][] {{0, 0, 4}, {1, 0, -4}, {0, 1, 1}})
        .shouldBe(2, "The eigenvalues are 1 and ±2i. A matrix may have any number of rows.");
  }

  @Test
  @Points(1)
  @DisplayName("of a nilpotent matrix is 0, whatever its norm")
  void nilpotent(SpectralRadius answer) {
    radius(answer, new double[][] {{2, 1}, {-4, -2}})
        .shouldBe(0, "The square of this matrix is 0, so all eigenvalues are 0.");
    radius(answer, new double[][] {{3, 3}, {-2, -2}})
        .shouldBe(1, "This matrix is its own square, so its eigenvalues are 0 and 1.");
    radius(answer, new double[][] {{1, 1, -1}, {1, 1, -1}, {2, 2, -2}})
        .shouldBe(0, "The square of this matrix is 0 too. A matrix may have any number of rows.");
  }

  @Test
  @Points(1)
  @DisplayName("of a Jordan block is its diagonal entry, to 1e-9")
  void jordanBlock(SpectralRadius answer) {
    radius(answer, new double[][] {{0.95, 2}, {0, 0.95}})
        .shouldBe(
            0.95,
            "Both eigenvalues are 0.95, with one eigenvector. The powers carry a factor k beside"
                + " 0.95^k, which the k-th root removes only slowly: the error is about ln(k)/k."
                + " Take a much higher power, by squaring.");
    radius(
            answer,
            new double[][] {{0.5, 1, 0, 0}, {0, 0.5, 1, 0}, {0, 0, -0.75, 3}, {0, 0, 0, -0.75}})
        .shouldBe(
            0.75,
            "A triangular matrix with the eigenvalues 0.5 and −0.75, twice each. Of the four rows"
                + " each counts.");
  }

  @Test
  @Points(1)
  @DisplayName("takes one row, and refuses what is not square with an IllegalArgumentException")
  void refusesBadShapes(SpectralRadius answer) {
    radius(answer, new double[][] {{1}})
        .shouldBe(1, "One row and one column are square: the entry is the eigenvalue.");
    Arguments.refused("radius of an array without rows", () -> answer.radius(new double[0][]));
    Arguments.refused(
        "radius([[1, 2, 3], [4, 5, 6]])",
        () -> answer.radius(new double[][] {{1, 2, 3}, {4, 5, 6}}));
    Arguments.refused("radius([[1], [2]])", () -> answer.radius(new double[][] {{1}, {2}}));
    Arguments.refused("radius([[1, 2], [3]])", () -> answer.radius(new double[][] {{1, 2}, {3}}));
  }
}
