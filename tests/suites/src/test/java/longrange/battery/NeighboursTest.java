package longrange.battery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import longrange.grading.Status;
import longrange.grading.sandbox.Graded;
import longrange.grading.sandbox.Isolation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What one answer does is not felt by those that are graded beside it.
class NeighboursTest {
  private static final int RIGHT = 7;

  @BeforeAll
  static void needsBubblewrap() {
    Bubblewrap.need();
  }

  @Test
  void sevenRightAnswersBesideAThreadBombHaveFullMarks() throws Exception {
    assertEquals(Status.CRASH, beside(Bombs.THREADS));
  }

  @Test
  void sevenRightAnswersBesideAForkBombHaveFullMarks() throws Exception {
    assertEquals(Status.CRASH, beside(Bombs.PROCESSES));
  }

  @Test
  void sevenRightAnswersBesideFortyBusyThreadsHaveFullMarks() throws Exception {
    assertEquals(Status.TIMEOUT, beside(Bombs.BUSY_THREADS));
  }

  /// Grades them all at once.
  ///
  /// @return what became of the attack
  private static Status beside(String attack) throws Exception {
    try (Grading grading = Grading.open(Isolation.BWRAP, RIGHT + 1);
        ExecutorService threads = Executors.newFixedThreadPool(RIGHT + 1)) {
      Future<Graded> bomb =
          threads.submit(
              () -> grading.grade(Hostile.witness("bomb", "bomb", attack, Status.CRASH)));
      List<Future<Graded>> right = new ArrayList<>();
      for (int i = 0; i < RIGHT; i++) {
        Hostile one = Hostile.witness("right-" + i, "right", "", Status.OK);
        right.add(threads.submit(() -> grading.grade(one)));
      }
      for (Future<Graded> each : right) {
        assertEquals(4, each.get().verdict().earned(), each.get().verdict()::toString);
      }
      return bomb.get().verdict().status();
    }
  }
}
