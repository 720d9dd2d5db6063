package longrange.graders.hidden.ch03;

import java.util.Arrays;
import longrange.exercises.ch03.TransientWitness;
import longrange.graders.hidden.Withheld;
import longrange.grading.Grades;
import longrange.grading.Points;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// A witness is worth something when everybody is shown the same one.
@Grades(value = TransientWitness.class, hidden = true)
class TransientWitnessHiddenTest {
  /// An answer that is to change later than this gains nothing by it.
  private static final int CALLS = 100;

  private static final int STEPS = 1000;

  @Test
  @Points(1)
  @DisplayName("every call returns the same witness, in a new array")
  void oneNewArrayThatGrowsAndDies(TransientWitness answer) {
    double[][] kept = copy(answer.matrix());
    for (int i = 0; i < CALLS; i++) {
      double[][] next = answer.matrix();
      Withheld.close(kept, next, 0);
      for (double[] row : next) {
        Arrays.fill(row, -1);
      }
    }
    growsAndDies(kept);
  }

  private static double[][] copy(double @Nullable [][] a) {
    Withheld.holds(a != null && a.length == 2);
    double[][] copy = new double[2][2];
    for (int i = 0; a != null && i < 2; i++) {
      double[] row = a[i];
      Withheld.holds(row != null && row.length == 2);
      copy[i] = row.clone();
    }
    return copy;
  }

  /// Runs `h_t = A h_{t−1}` from both axes. The two lengths together are the Frobenius norm of the
  /// power, which is at least its spectral norm: whatever is a witness passes.
  private static void growsAndDies(double[][] a) {
    double[][] h = {{1, 0}, {0, 1}};
    double longest = 0;
    for (int k = 1; k <= STEPS; k++) {
      h = new double[][] {times(a, h[0]), times(a, h[1])};
      if (k >= 5) {
        longest = Math.max(longest, length(h));
      }
    }
    Withheld.holds(longest > 10 && length(h) < 1);
  }

  private static double[] times(double[][] a, double[] h) {
    return new double[] {a[0][0] * h[0] + a[0][1] * h[1], a[1][0] * h[0] + a[1][1] * h[1]};
  }

  private static double length(double[][] h) {
    return Math.hypot(Math.hypot(h[0][0], h[0][1]), Math.hypot(h[1][0], h[1][1]));
  }
}
