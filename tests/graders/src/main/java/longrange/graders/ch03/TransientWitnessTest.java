package longrange.graders.ch03;

import static org.junit.jupiter.api.Assertions.fail;

import longrange.exercises.ch03.TransientWitness;
import longrange.graders.Numbers;
import longrange.graders.OneAnswer;
import longrange.graders.TwoByTwo;
import longrange.grading.Grades;
import longrange.grading.Points;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What a witness must be: within the bounds, which many matrices are; and there large in one of
/// its powers, which is what is asked for.
@Grades(TransientWitness.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransientWitnessTest {
  private static final double LARGEST_ENTRY = 2;
  private static final double LARGEST_RADIUS = 0.95;
  private static final double TOLERANCE = 1e-6;
  private static final double GROWTH = 10;
  private static final int FIRST_POWER = 5;
  private static final int LAST_POWER = 1000;

  private final OneAnswer one = new OneAnswer();

  @Test
  @Points(1)
  @DisplayName("is a 2×2 matrix with no entry above 2 in modulus and a spectral radius up to 0.95")
  void keepsToTheBounds(TransientWitness answer) {
    TwoByTwo a = one.matrix(answer::matrix);
    if (!hasSmallEntries(a)) {
      fail(
          message(
              a,
              "the largest modulus of an entry is " + Numbers.words(a.largestModulus()),
              "at most 2",
              "With entries as large as you like, one step is enough. The growth must come from"
                  + " many steps: look at k r^(k−1) in the powers of [[r, c], [0, r]]."));
    }
    if (!hasSmallRadius(a)) {
      double radius = a.spectralRadius();
      fail(
          message(
              a,
              "its spectral radius is " + Numbers.words(radius),
              "at most 0.95",
              radiusHint(a, radius)));
    }
  }

  /// False for NaN, as the other one.
  private static boolean hasSmallEntries(TwoByTwo a) {
    return a.largestModulus() <= LARGEST_ENTRY;
  }

  private static boolean hasSmallRadius(TwoByTwo a) {
    return a.spectralRadius() <= LARGEST_RADIUS + TOLERANCE;
  }

  private static String radiusHint(TwoByTwo a, double radius) {
    if (!a.isTriangular() && a.largestOnDiagonal() <= LARGEST_RADIUS) {
      return "The diagonal is small, but the eigenvalues stand on the diagonal only when the matrix"
          + " is triangular. The powers of this one grow for ever.";
    }
    if (Math.abs(radius - 1) <= TOLERANCE) {
      return "A radius of exactly 1 does not decay: this one never comes back. Make the diagonal a"
          + " little smaller.";
    }
    return "It grows because an eigenvalue is large, which nobody doubts. Keep the eigenvalues small"
        + " and let the entry off the diagonal do it.";
  }

  @Test
  @Points(2)
  @DisplayName("within these bounds, A^k has a norm above 10 for some k from 5 to 1000")
  void powersGrow(TransientWitness answer) {
    TwoByTwo a = one.matrix(answer::matrix);
    if (!hasSmallEntries(a) || !hasSmallRadius(a)) {
      fail(
          message(
              a,
              "it is outside the bounds",
              "growth within them",
              "Only a matrix that keeps to the bounds refutes the sentence, however much another"
                  + " one grows. Mend that first."));
    }
    double largest = 0;
    int at = FIRST_POWER;
    TwoByTwo power = a.power(FIRST_POWER);
    for (int k = FIRST_POWER; k <= LAST_POWER; k++) {
      double norm = power.spectralNorm();
      if (norm > GROWTH) {
        return;
      }
      if (norm > largest) {
        largest = norm;
        at = k;
      }
      power = power.times(a);
    }
    fail(
        message(
            a,
            "the largest norm from k = 5 on is %s, at k = %d".formatted(Numbers.words(largest), at),
            "above 10",
            growthHint(a, largest)));
  }

  private static String growthHint(TwoByTwo a, double largest) {
    if (a.times(a).largestModulus() == 0) {
      return "The square of this matrix is 0: one step is large, and after two nothing is left. Let"
          + " the diagonal keep the growth alive for some steps.";
    }
    if (a.isNormal()) {
      return "This matrix is normal, it commutes with its transpose. For these ‖A^k‖ is ρ^k exactly,"
          + " and nothing grows. Try a triangular matrix that is not diagonal.";
    }
    if (a.isTriangular() && a.hasOppositeDiagonal()) {
      return "The two entries of the diagonal have opposite signs, so the corner of A² is"
          + " c (r − r) = 0: every second step undoes the first. Give them the same sign.";
    }
    return largest > 1
        ? "It grows, but not enough. In [[r, c], [0, r]] the corner of A^k is k c r^(k−1), largest"
            + " near k = 1/ln(1/r): use more of what is allowed for c and for r."
        : "It does not grow. In [[r, c], [0, r]] the corner of A^k is k c r^(k−1): look when that is"
            + " large.";
  }

  private static String message(TwoByTwo a, String found, String expected, String hint) {
    return """
    tried: matrix()
    came back: %s; %s
    expected: %s
    hint: %s\
    """
        .formatted(a, found, expected, hint);
  }
}
