package longrange.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import longrange.autodiff.GradientCheck;
import longrange.autodiff.Tape;
import longrange.cells.Activation;
import longrange.cells.Rnn;
import longrange.linalg.Agree;
import longrange.linalg.Matrices;
import longrange.tasks.AddingProblem;
import longrange.tasks.Batch;
import longrange.tasks.LaggedParity;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class LastStateRegressionTest {
  private static final Batch BATCH = new AddingProblem(6).batch(3, new Random(2));

  private final LastStateRegression model = new ElmanRegression(4).seeded(2, 1, new Random(5));

  /// One linear unit that adds up, `h' = h + x`, and the answer `2h + 1`.
  @Test
  void theAnswerIsReadFromTheLastState() {
    Rnn sum = new Rnn(Matrices.row(1), Matrices.row(1), Matrices.row(0), Activation.IDENTITY);
    var adder = new LastStateRegression(sum, Matrices.row(2), Matrices.row(1));
    List<DMatrixRMaj> inputs = List.of(Matrices.row(3), Matrices.row(4));
    Agree.within(0, Matrices.row(15), adder.answer(Tape.frozen(), inputs).value());
    assertEquals(4, adder.loss(Batch.atTheEnd(inputs, Matrices.row(13))));
  }

  @Test
  void theGradientOfEveryParameterEqualsCentralDifferences() {
    assertEquals(5, model.parameters().size());
    for (DMatrixRMaj parameter : model.parameters()) {
      double error = GradientCheck.largestError(tape -> model.loss(tape, BATCH), parameter);
      assertTrue(error < 1e-9, "error " + error);
    }
  }

  @Test
  void theLossOfABatchIsTheMeanOverItsSequences() {
    double mean = 0;
    for (int row = 0; row < 3; row++) {
      mean += model.loss(row(row)) / 3;
    }
    assertEquals(mean, model.loss(BATCH), 1e-14);
  }

  @Test
  void aTaskThatAsksAtEveryStepIsRefusedInOneSentence() {
    Batch batch = new LaggedParity(5, 2).batch(4, new Random(1));
    var error = assertThrows(IllegalArgumentException.class, () -> model.loss(batch));
    assertEquals(
        "the model answers once, after the last input, with numbers, but the task asks 12 times in"
            + " 4 sequences, judged by CROSS_ENTROPY: take a model that answers at every step",
        error.getMessage());
  }

  @Test
  void aReadoutThatDoesNotFitIsNamedInOneSentence() {
    Rnn rnn = Rnn.seeded(2, 4, new Random(1));
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> new LastStateRegression(rnn, new DMatrixRMaj(3, 1), new DMatrixRMaj(1, 1)));
    assertEquals("V is (3,1): need (4,1)", error.getMessage());
  }

  private static Batch row(int row) {
    return Batch.atTheEnd(
        BATCH.inputs().stream().map(x -> Matrices.row(x.get(row, 0), x.get(row, 1))).toList(),
        Matrices.row(BATCH.numbersAtTheEnd().get(row)));
  }
}
