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
  private static final String OVERFLOW =
      "A power of A overflowed, and infinity minus infinity is not a number. Divide the matrix by"
          + " its size before each product, and keep the logarithm of what you divided by.";

  @Test
  @Points(1)
  @DisplayName("takes the modulus: a negative eigenvalue counts by its size")
  void negativeEigenvalue(SpectralRadius answer) {
    double[][] a = {{1, 2}, {3, -4}};
    double[][] given = Arguments.copy(a);
    String call = "radius([[1, 2], [3, -4]])";
    Tried.call(call, answer.radius(given))
        .fingerprint(
            -5, "This is the right eigenvalue with its sign. The radius is its modulus, |λ|.")
        .fingerprint(
            2,
            "This is the largest eigenvalue on the real line. The other one, −5, has the larger"
                + " modulus.")
        .fingerprint(
            5.116672736016927,
            "This is the spectral norm, the largest singular value. It bounds the radius from"
                + " above; the two are equal for symmetric matrices, not for this one.")
        .fingerprint(
            5.477225575051661,
            "This is the Frobenius norm. It bounds the radius from above and is not equal to it.")
        .fingerprint(
            4,
            "This is the largest entry of the diagonal. The eigenvalues stand on the diagonal only"
                + " when the matrix is triangular.")
        .fingerprint(
            3.1622776601683795,
            "This is the root of |det A|, which is the geometric mean of the moduli. The largest of"
                + " them is asked for.")
        .fingerprint(Double.POSITIVE_INFINITY, OVERFLOW)
        .fingerprint(Double.NaN, OVERFLOW)
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
        .fingerprint(
            0.3,
            "This is the real part of 0.3 ± 0.4i; the modulus is asked for. Power iteration ends"
                + " here too: a rotation turns every vector, so it has no direction to settle in, and"
                + " v·Av is no eigenvalue.")
        .fingerprint(
            Double.NaN,
            "The root of a negative number is NaN: the eigenvalues are complex, 0.3 ± 0.4i, and"
                + " their modulus counts.")
        .fingerprint(
            0,
            "A power of A became too small for a double and was rounded to 0. Divide the matrix by"
                + " its size before each product, and keep the logarithm of what you divided by.")
        .shouldBe(0.5, "The eigenvalues are 0.3 ± 0.4i; their modulus is 0.5.");
    Tried.call("radius([[0, -4], [1, 0]])", answer.radius(new double[][] {{0, -4}, {1, 0}}))
        .fingerprint(
            4,
            "This is the spectral norm. The eigenvalues are ±2i, and ρ is smaller than the norm.")
        .fingerprint(
            1,
            "Lengths grow by 4 and by 1 in turn here, so the growth of a single step is not the"
                + " radius: it needs the growth over many steps.")
        .shouldBe(2, "The eigenvalues are ±2i; their modulus is 2.");
  }

  @Test
  @Points(1)
  @DisplayName("of a nilpotent matrix is 0, whatever its norm")
  void nilpotent(SpectralRadius answer) {
    Tried.call("radius([[3, 3], [-3, -3]])", answer.radius(new double[][] {{3, 3}, {-3, -3}}))
        .fingerprint(
            Double.NaN,
            "NaN comes from 0/0: the square of this matrix is 0, and it was divided by its own"
                + " size. When a power is exactly 0, return 0.")
        .fingerprint(
            6,
            "This is the norm. The square of this matrix is 0, so nothing is left after two steps.")
        .fingerprint(
            3,
            "This is the largest entry. The square of this matrix is 0, so all eigenvalues are 0.")
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
