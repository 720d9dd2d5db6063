package longrange.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static double[] factors(Schedule schedule, int steps) {
    return IntStream.rangeClosed(1, steps).mapToDouble(t -> schedule.factor(t, steps)).toArray();
  }

  @Test
  void aWarmupRisesAndStays() {
    double[] expected = {.25, .5, .75, 1, 1, 1};
    assertArrayEquals(expected, factors(new Schedule.Warmup(4), 6), 1e-15);
  }

  @Test
  void theInverseSquareRootHalvesWhenTheStepsQuadruple() {
    double[] factors = factors(new Schedule.InverseSquareRoot(4), 16);
    assertEquals(.5, factors[1], 1e-15);
    assertEquals(1, factors[3], 1e-15);
    assertEquals(.5, factors[15], 1e-15);
  }

  @Test
  void aWarmupOfNoStepsIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Schedule.Warmup(0));
    assertThrows(IllegalArgumentException.class, () -> new Schedule.InverseSquareRoot(0));
  }
}
