package longrange.graders.hidden.ch03;

import java.util.Arrays;
import longrange.exercises.ch03.TransientWitness;
import longrange.graders.hidden.Withheld;
import longrange.grading.Grades;
import longrange.grading.Points;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// A witness is worth something when everybody is shown the same one.
@Grades(value = TransientWitness.class, hidden = true)
class TransientWitnessHiddenTest {

  @Test
  @Points(1)
  @DisplayName("every call returns the same entries, in a new array")
  void sameEntriesInANewArray(TransientWitness answer) {
    double[][] first = answer.matrix();
    double[][] kept = Arrays.stream(first).map(double[]::clone).toArray(double[][]::new);
    for (double[] row : first) {
      Arrays.fill(row, -1);
    }
    Withheld.close(kept, answer.matrix(), 0);
  }
}
