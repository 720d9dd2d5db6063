package longrange.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddingProblemTest {
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 10, 11})
  void theTargetIsTheSumOfOneMarkedNumberInEachHalf(int length) {
    Batch batch = new AddingProblem(length).batch(50, new Random(length));
    assertEquals(length, batch.inputs().size());
    for (int row = 0; row < 50; row++) {
      double marks = 0;
      double marksOfFirstHalf = 0;
      double sum = 0;
      for (int t = 0; t < length; t++) {
        DMatrixRMaj x = batch.inputs().get(t);
        marks += x.get(row, 1);
        marksOfFirstHalf += t < length / 2 ? x.get(row, 1) : 0;
        sum += x.get(row, 0) * x.get(row, 1);
      }
      assertEquals(2, marks);
      assertEquals(1, marksOfFirstHalf);
      assertEquals(batch.targets().getFirst().values().get(row, 0), sum, 1e-15);
    }
  }

  @Test
  void everyPlaceOfAHalfIsMarked() {
    Batch batch = new AddingProblem(8).batch(200, new Random(1));
    for (DMatrixRMaj x : batch.inputs()) {
      int marks = 0;
      for (int row = 0; row < 200; row++) {
        marks += (int) x.get(row, 1);
      }
      // A quarter of 200, give or take four standard deviations.
      assertEquals(50, marks, 25);
    }
  }

  /// Who knows the second marked number guesses the first: 1/12. Of numbers uniform in [-1,1) the
  /// two figures are four times as large, 2/3 and 1/3.
  @Test
  void whoKnowsOneOfTheTwoPaysHalfOfTheBaseline() {
    int n = 20_000;
    Batch batch = new AddingProblem(6).batch(n, new Random(4));
    DMatrixRMaj sums = batch.targets().getFirst().values();
    double loss = 0;
    double ofSigned = 0;
    for (int row = 0; row < n; row++) {
      double second = 0;
      for (DMatrixRMaj x : batch.inputs().subList(3, 6)) {
        second += x.get(row, 0) * x.get(row, 1);
      }
      loss += Math.pow(sums.get(row) - second - 0.5, 2) / n;
      double signed = 2 * sums.get(row) - 2; // the sum of the two numbers 2x - 1
      ofSigned += signed * signed / n;
    }
    // The fourth moment of a number is 1/80, that of the sum of two signed ones 16/15.
    assertEquals(1.0 / 12, loss, 4 * Math.sqrt((1.0 / 80 - 1.0 / 144) / n));
    assertEquals(1.0 / 3, 4 * loss, 16 * Math.sqrt((1.0 / 80 - 1.0 / 144) / n));
    assertEquals(2.0 / 3, ofSigned, 4 * Math.sqrt((16.0 / 15 - 4.0 / 9) / n));
  }

  @Test
  void whoAlwaysAnswersOneHasTheBaselineAsLoss() {
    AddingProblem task = new AddingProblem(5);
    int n = 20_000;
    DMatrixRMaj targets = task.batch(n, new Random(3)).targets().getFirst().values();
    double loss = 0;
    for (int row = 0; row < n; row++) {
      loss += Math.pow(targets.get(row) - 1, 2) / n;
    }
    // The fourth moment of the sum is 1/15, so the deviation of one square is √(1/15 - 1/36).
    assertEquals(task.baseline(), loss, 4 * Math.sqrt((1.0 / 15 - 1.0 / 36) / n));
  }

  @Test
  void oneNumberCannotBeAdded() {
    var error = assertThrows(IllegalArgumentException.class, () -> new AddingProblem(1));
    assertEquals("length is 1: need at least 2: two numbers are marked", error.getMessage());
  }
}
