package longrange.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import longrange.linalg.Agree;
import longrange.linalg.Matrices;
import longrange.linalg.Sequences;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class DelayLineTest {
  private final Random random = new Random(1);

  /// `3 + 2 x_t - x_{t-2}`, asked of every other row only; the rows that are not asked hold
  /// nonsense.
  @Test
  void itFindsALinearMapOfTheLastInputsFromTheRowsThatAreAsked() {
    List<DMatrixRMaj> inputs = Sequences.gaussian(6, 8, 1, 1, random);
    List<Target> targets = new ArrayList<>();
    for (int t = 2; t < 6; t++) {
      DMatrixRMaj values = Matrices.gaussian(8, 1, 100, random);
      DMatrixRMaj asked = new DMatrixRMaj(8, 1);
      for (int row = 0; row < 8; row += 2) {
        asked.set(row, 0, 1);
        values.set(row, 0, 3 + 2 * inputs.get(t).get(row) - inputs.get(t - 2).get(row));
      }
      targets.add(new Target(t, values, asked));
    }
    Batch batch = new Batch(inputs, targets, Loss.SQUARED_ERROR);
    DelayLine line = DelayLine.fitted(3, batch);
    Agree.within(1e-12, Matrices.of(new double[][] {{3}, {2}, {0}, {-1}}), line.weights());
    assertEquals(0, batch.lossOf(line.answers(batch)), 1e-24);
  }

  @Test
  void beforeTheBeginningItSeesZeros() {
    DelayLine line = new DelayLine(2, Matrices.of(new double[][] {{1}, {10}, {100}}));
    Batch batch = Batch.atTheEnd(List.of(Matrices.row(3)), Matrices.row(0));
    Agree.within(0, Matrices.row(31), line.answers(batch).getFirst());
  }

  /// All 2⁴ words of four bits: the best linear map to the parity of the first and the last is the
  /// constant ½, so its R² is 0.
  @Test
  void ofAParityItSeesNothing() {
    List<Example> words =
        IntStream.range(0, 16)
            .mapToObj(w -> IntStream.range(0, 4).mapToObj(t -> w >> t & 1).toList())
            .map(bits -> Example.askedAtTheEnd(bits, bits.getFirst() ^ bits.getLast()))
            .toList();
    List<DMatrixRMaj> inputs =
        IntStream.range(0, 4)
            .mapToObj(t -> Example.oneHot(words.stream().map(Example::read).toList(), t, 2))
            .toList();
    List<Target> targets = Target.ofClasses(words.stream().map(Example::answers).toList(), 2);
    Batch batch = new Batch(inputs, targets, Loss.SQUARED_ERROR);
    DMatrixRMaj answers = DelayLine.fitted(4, batch).answers(batch).getFirst();
    for (int i = 0; i < answers.getNumElements(); i++) {
      assertEquals(0.5, answers.get(i), 1e-12);
    }
  }

  @Test
  void tooFewAnswersForTheWeightsAreRefused() {
    Batch batch = Batch.atTheEnd(List.of(Matrices.row(3)), Matrices.row(0));
    var error = assertThrows(IllegalArgumentException.class, () -> DelayLine.fitted(2, batch));
    assertEquals("1 answers cannot fit 3 weights: draw a larger batch", error.getMessage());
    assertThrows(IllegalArgumentException.class, () -> DelayLine.fitted(0, batch));
  }
}
