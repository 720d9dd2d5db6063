package longrange.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EarlyStopTest {
  /// The number of steps after which the rule first says so; all of them when it never does.
  private static int end(EarlyStop rule, double... losses) {
    List<TrainingStep> steps = new ArrayList<>();
    for (double loss : losses) {
      steps.add(new TrainingStep(steps.size() + 1, loss, 1, Duration.ZERO));
      if (rule.after(steps)) {
        break;
      }
    }
    return steps.size();
  }

  @Test
  void oneLuckyStepIsNotASolvedTask() {
    EarlyStop below = new EarlyStop.Below(.05, 2);
    assertEquals(5, end(below, .1, .01, .1, .04, .05, .01));
    assertEquals(2, end(below, .01, .01, .01));
    assertEquals(1, end(new EarlyStop.Below(.05, 1), .01, .01));
  }

  @Test
  void aTrainingHasStalledWhenItIsNoBetterThanSomeWindowsBefore() {
    EarlyStop stalled = new EarlyStop.Stalled(2, 1);
    assertEquals(6, end(stalled, 9, 8, 7, 6, 7, 6, 0));
    assertEquals(6, end(stalled, 6, 5, 4, 3, 2, 1));
  }

  @Test
  void neverIsNever() {
    assertEquals(3, end(new EarlyStop.Never(), 0, 0, 0));
  }

  @Test
  void aWindowOfNoStepsIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new EarlyStop.Below(1, 0));
    assertThrows(IllegalArgumentException.class, () -> new EarlyStop.Stalled(0, 1));
    assertThrows(IllegalArgumentException.class, () -> new EarlyStop.Stalled(1, 0));
  }
}
