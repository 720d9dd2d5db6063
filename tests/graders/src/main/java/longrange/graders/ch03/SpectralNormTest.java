package longrange.graders.ch03;

import longrange.exercises.ch03.SpectralNorm;
import longrange.graders.Arguments;
import longrange.graders.Tried;
import longrange.grading.Grades;
import longrange.grading.Points;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The largest singular value, on matrices where a neighbour of it, or a careless way to it, gives
/// something else.
@Grades(SpectralNorm.class)
class SpectralNormTest {

  @Test
  @Points(1)
  @DisplayName("is the largest singular value, not another norm and not an eigenvalue")
  void largestSingularValue(SpectralNorm answer) {
    double[][] a = {{1, 2}, {3, 4}};
    double[][] given = Arguments.copy(a);
    String call = "norm([[1, 2], [3, 4]])";
    Tried.call(call, answer.norm(given))
        .shouldBe(
            5.464985704219043,
            "σ₁ is the square root of the largest eigenvalue of Aᵀ A = [[10, 14], [14, 20]].");
    Arguments.unchanged(call, "a", a, given);
  }

  @Test
  @Points(1)
  @DisplayName("a matrix need not be square, and its transpose has the same norm")
  void rectangular(SpectralNorm answer) {
    Tried.call(
            "norm([[1, 0], [0, 2], [2, 0]]), 3 rows and 2 columns",
            answer.norm(new double[][] {{1, 0}, {0, 2}, {2, 0}}))
        .shouldBe(
            Math.sqrt(5),
            "The columns (1, 0, 2) and (0, 2, 0) are orthogonal, so their lengths √5 and 2 are the"
                + " singular values.");
    Tried.call(
            "norm([[1, 0, 2], [0, 2, 0]]), 2 rows and 3 columns",
            answer.norm(new double[][] {{1, 0, 2}, {0, 2, 0}}))
        .shouldBe(Math.sqrt(5), "The transpose has the same singular values, √5 and 2.");
  }

  @Test
  @Points(1)
  @DisplayName("is found in whatever direction the longest image lies")
  void anyDirection(SpectralNorm answer) {
    Tried.call("norm([[1, -1], [-1, 1]])", answer.norm(new double[][] {{1, -1}, {-1, 1}}))
        .shouldBe(2, "A maps (1, −1) to (2, −2), which is twice as long.");
    Tried.call("norm([[3, 0], [0, 1]])", answer.norm(new double[][] {{3, 0}, {0, 1}}))
        .shouldBe(3, "A maps (1, 0) to (3, 0).");
    Tried.call("norm([[1, 0], [0, 3]])", answer.norm(new double[][] {{1, 0}, {0, 3}}))
        .shouldBe(3, "A maps (0, 1) to (0, 3).");
  }

  @Test
  @Points(1)
  @DisplayName("of a matrix of zeros is 0")
  void zero(SpectralNorm answer) {
    Tried.call("norm([[0, 0], [0, 0]])", answer.norm(new double[2][2]))
        .shouldBe(0, "Every vector is mapped to 0, so nothing is lengthened.");
  }

  @Test
  @Points(1)
  @DisplayName("refuses what is no matrix with an IllegalArgumentException")
  void refusesBadShapes(SpectralNorm answer) {
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
