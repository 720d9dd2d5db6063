package longrange.graders.ch03;

import longrange.exercises.ch03.SpectralNorm;
import longrange.graders.Arguments;
import longrange.graders.Numbers;
import longrange.graders.Tried;
import longrange.grading.Grades;
import longrange.grading.Points;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The largest singular value, on matrices where a neighbour of it, or a careless way to it, gives
/// something else. No test has one answer to all its calls.
@Grades(SpectralNorm.class)
class SpectralNormTest {
  private static Tried norm(SpectralNorm answer, double[][] a) {
    return Tried.call(call(a), answer.norm(Arguments.copy(a)));
  }

  private static String call(double[][] a) {
    return "norm(" + Numbers.words(a) + ")";
  }

  private static void leavesAlone(SpectralNorm answer, double[][] a) {
    double[][] given = Arguments.copy(a);
    answer.norm(given);
    Arguments.unchanged(call(a), "a", a, given);
  }

  @Test
  @Points(1)
  @DisplayName("is the largest singular value, not another norm and not an eigenvalue")
  void largestSingularValue(SpectralNorm answer) {
    double[][] a = {{1, 2}, {3, 4}};
    norm(answer, a)
        .shouldBe(
            5.464985704219043,
            "σ₁ is the square root of the largest eigenvalue of Aᵀ A = [[10, 14], [14, 20]].");
    norm(answer, new double[][] {{4, 0}, {3, 5}})
        .shouldBe(Math.sqrt(40), "Aᵀ A = [[25, 15], [15, 25]] has the eigenvalues 40 and 10.");
    leavesAlone(answer, a);
    leavesAlone(answer, new double[][] {{1, 2, 2}, {4, 2, -4}, {6, -6, 3}});
  }

  @Test
  @Points(1)
  @DisplayName("a matrix need not be square, and its transpose has the same norm")
  void rectangular(SpectralNorm answer) {
    norm(answer, new double[][] {{1, 0}, {0, 2}, {3, 0}})
        .shouldBe(
            Math.sqrt(10),
            "The columns (1, 0, 3) and (0, 2, 0) are orthogonal, so their lengths √10 and 2 are the"
                + " singular values.");
    norm(answer, new double[][] {{1, 0, 3}, {0, 2, 0}})
        .shouldBe(Math.sqrt(10), "The transpose has the same singular values, √10 and 2.");
    norm(answer, new double[][] {{1, 2, 3}, {1, 2, -3}, {1, -2, 3}, {1, -2, -3}})
        .shouldBe(6, "The three columns are orthogonal, and their lengths are 2, 4 and 6.");
  }

  @Test
  @Points(1)
  @DisplayName("is found in whatever direction the longest image lies")
  void anyDirection(SpectralNorm answer) {
    norm(answer, new double[][] {{2.5, -2.5}, {-2.5, 2.5}})
        .shouldBe(5, "A maps (1, −1) to (5, −5), which is five times as long.");
    norm(answer, new double[][] {{3, 0}, {0, 1}}).shouldBe(3, "A maps (1, 0) to (3, 0).");
    norm(answer, new double[][] {{1, 0}, {0, 3}}).shouldBe(3, "A maps (0, 1) to (0, 3).");
    norm(answer, new double[][] {{1, 2, 2}, {4, 2, -4}, {6, -6, 3}})
        .shouldBe(9, "A maps (2, −2, 1), which is 3 long, to (0, 0, 27).");
  }

  @Test
  @Points(1)
  @DisplayName("of a matrix of zeros is 0, and of no other matrix")
  void zero(SpectralNorm answer) {
    norm(answer, new double[2][2])
        .to(0)
        .shouldBe(0, "Every vector is mapped to 0, so nothing is lengthened.");
    norm(answer, new double[][] {{0, 0, 0}, {0, 0, -1}})
        .shouldBe(1, "A maps (0, 0, 1) to (0, −1).");
  }

  @Test
  @Points(1)
  @DisplayName("takes one entry, and refuses what is no matrix with an IllegalArgumentException")
  void refusesBadShapes(SpectralNorm answer) {
    norm(answer, new double[][] {{1}}).shouldBe(1, "One row and one column are a matrix.");
    Arguments.refused("norm of an array without rows", () -> answer.norm(new double[0][]));
    Arguments.refused("norm([[], []]), no columns", () -> answer.norm(new double[2][0]));
    Arguments.refused(
        "norm([[1, 2], [3]]), rows of different lengths",
        () -> answer.norm(new double[][] {{1, 2}, {3}}));
    Arguments.refused(
        "norm([[1], [2, 3]]), rows of different lengths",
        () -> answer.norm(new double[][] {{1}, {2, 3}}));
  }
}
