package longrange.graders.ch03;

import longrange.exercises.ch03.SpectralRadius;
import longrange.graders.Arguments;
import longrange.graders.Tried;
import longrange.grading.Grades;
import longrange.grading.Points;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The largest modulus of an eigenvalue: real, complex, all zero, and with too few eigenvectors.
@Grades(SpectralRadius.class)
class SpectralRadiusTest {
  @Test
  @Points(1)
  @DisplayName("takes the modulus: a negative eigenvalue counts by its size")
  void negativeEigenvalue(SpectralRadius answer) {
    double[][] a = {{1, 2}, {3, -4}};
    double[][] given = Arguments.copy(a);
    String call = "radius([[1, 2], [3, -4]])";
    Tried.call(call, answer.radius(given))
        .shouldBe(
            5,
            "The eigenvalues are 2 and −5. If you are close to 5 and above it, the power you took"
                + " the root of was not high enough.");
    Arguments.unchanged(call, "a", a, given);
  }

  @Test
  @Points(2)
  @DisplayName("counts complex eigenvalues: a rotation, and a stretched one")
  void complexPair(SpectralRadius answer) {
    Tried.call(
            "radius([[0.3, -0.4], [0.4, 0.3]]), a rotation times one half",
            answer.radius(new double[][] {{0.3, -0.4}, {0.4, 0.3}}))
        .shouldBe(0.5, "The eigenvalues are 0.3 ± 0.4i; their modulus is 0.5.");
    Tried.call("radius([[0, -4], [1, 0]])", answer.radius(new double[][] {{0, -4}, {1, 0}}))
        .shouldBe(2, "The eigenvalues are ±2i; their modulus is 2.");
  }

  @Test
  @Points(1)
  @DisplayName("of a nilpotent matrix is 0, whatever its norm")
  void nilpotent(SpectralRadius answer) {
    Tried.call("radius([[3, 3], [-3, -3]])", answer.radius(new double[][] {{3, 3}, {-3, -3}}))
        .shouldBe(0, "The square of this matrix is 0, so all eigenvalues are 0.");
  }

  @Test
  @Points(1)
  @DisplayName("of a Jordan block is its diagonal entry, to 1e-9")
  void jordanBlock(SpectralRadius answer) {
    Tried.call(
            "radius([[0.95, 2], [0, 0.95]])", answer.radius(new double[][] {{0.95, 2}, {0, 0.95}}))
        .shouldBe(
            0.95,
            "Both eigenvalues are 0.95, with one eigenvector. The powers carry a factor k beside"
                + " 0.95^k, which the k-th root removes only slowly: the error is about ln(k)/k. Take"
                + " a much higher power, by squaring.");
  }

  @Test
  @Points(1)
  @DisplayName("refuses what is not square with an IllegalArgumentException")
  void refusesBadShapes(SpectralRadius answer) {
    Arguments.refused("radius of an array without rows", () -> answer.radius(new double[0][]));
    Arguments.refused(
        "radius([[1, 2, 3], [4, 5, 6]])",
        () -> answer.radius(new double[][] {{1, 2, 3}, {4, 5, 6}}));
    Arguments.refused("radius([[1], [2]])", () -> answer.radius(new double[][] {{1}, {2}}));
    Arguments.refused("radius([[1, 2], [3]])", () -> answer.radius(new double[][] {{1, 2}, {3}}));
  }
}
