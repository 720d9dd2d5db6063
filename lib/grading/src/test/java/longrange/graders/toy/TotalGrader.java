package longrange.graders.toy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import longrange.exercises.toy.Total;
import longrange.grading.Grades;
import longrange.grading.Points;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Grades(Total.class)
class TotalGrader {
  @Test
  @Points(3)
  @DisplayName("adds up three entries")
  void values(Total answer) {
    assertEquals(6, answer.total(new double[] {1, 2, 3}), "1 + 2 + 3");
  }
}
