package longrange.graders.toy;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import longrange.exercises.toy.Scale;
import longrange.grading.Grades;
import longrange.grading.Points;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The names are out of alphabetical order on purpose: tests run as they are written.
@Grades(Scale.class)
class ScaleGrader {
  @Test
  @Points(2)
  @DisplayName("scales each entry")
  void values(Scale answer) {
    assertArrayEquals(
        new double[] {2, 4, 6}, answer.scale(2, new double[] {1, 2, 3}), "2 · (1, 2, 3)");
  }

  @Test
  @Points(1)
  @DisplayName("leaves the given array alone")
  void argument(Scale answer) {
    double[] x = {1, 2};
    double[] scaled = answer.scale(3, x);
    assertAll(() -> assertEquals(1, x[0]), () -> assertEquals(3, scaled[0]));
  }

  @Test
  @Points(1)
  @DisplayName("refuses null")
  void nothing(Scale answer) {
    assertThrows(IllegalArgumentException.class, () -> answer.scale(1, absent()));
  }

  @Test
  @Points(3)
  @DisplayName("takes an empty vector")
  void empty(Scale answer) {
    assertEquals(0, answer.scale(1, new double[0]).length);
  }

  @SuppressWarnings("NullAway") // what a student's code is given here is null on purpose
  private static double[] absent() {
    return null;
  }
}
