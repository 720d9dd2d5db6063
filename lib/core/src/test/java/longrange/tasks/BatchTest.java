package longrange.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import longrange.linalg.Matrices;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class BatchTest {
  private static final List<DMatrixRMaj> INPUTS =
      List.of(new DMatrixRMaj(2, 1), new DMatrixRMaj(2, 1));

  private static DMatrixRMaj rows(double[]... rows) {
    return Matrices.of(rows);
  }

  /// Three questions: the second row is not asked at time 1.
  private static Batch batch(Loss loss) {
    return new Batch(
        INPUTS,
        List.of(
            Target.toAll(0, rows(new double[] {1, 0}, new double[] {0, 1})),
            new Target(
                1,
                rows(new double[] {0, 1}, new double[] {7, 7}),
                rows(new double[] {1}, new double[] {0}))),
        loss);
  }

  @Test
  void theLossIsTheMeanOverAllThatIsAsked() {
    List<DMatrixRMaj> answers =
        List.of(
            rows(new double[] {1, 2}, new double[] {0, 1}),
            rows(new double[] {3, 1}, new double[] {0, 0}));
    // Squares over two columns: (0 + 4)/2, 0, (9 + 0)/2.
    assertEquals((2 + 0 + 4.5) / 3, batch(Loss.SQUARED_ERROR).lossOf(answers), 1e-15);
    assertEquals(3, batch(Loss.SQUARED_ERROR).questions());
  }

  /// softmax(0, log 3) is (¼, ¾).
  @Test
  void theCrossEntropyIsThatOfTheSoftmaxInNats() {
    DMatrixRMaj logits = rows(new double[] {500, 500 + Math.log(3)}, new double[] {0, Math.log(3)});
    double loss = batch(Loss.CROSS_ENTROPY).lossOf(List.of(logits, logits));
    assertEquals((Math.log(4) + 2 * Math.log(4.0 / 3)) / 3, loss, 1e-12);
    assertEquals(2.0 / 3, batch(Loss.CROSS_ENTROPY).accuracyOf(List.of(logits, logits)), 1e-15);
  }

  @Test
  void logProbabilitiesAreLogitsAndSayImpossibleByMinusInfinity() {
    double never = Double.NEGATIVE_INFINITY;
    DMatrixRMaj sure = rows(new double[] {0, never}, new double[] {never, 0});
    DMatrixRMaj wrong = rows(new double[] {0, never}, new double[] {0, never});
    assertEquals(Double.POSITIVE_INFINITY, batch(Loss.CROSS_ENTROPY).lossOf(List.of(sure, wrong)));
    DMatrixRMaj right = rows(new double[] {never, 0}, new double[] {0, 0});
    assertEquals(0, batch(Loss.CROSS_ENTROPY).lossOf(List.of(sure, right)));
  }

  @Test
  void answersThatDoNotFitAreNamedInOneSentence() {
    DMatrixRMaj one = new DMatrixRMaj(1, 2);
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> batch(Loss.SQUARED_ERROR).lossOf(List.of(one, one)));
    assertEquals("an answer is (1,2): need (2,2)", error.getMessage());
  }

  @Test
  void targetsOfAnotherBatchAreRefused() {
    Target three = Target.toAll(0, new DMatrixRMaj(3, 1));
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Batch(INPUTS, List.of(three), Loss.SQUARED_ERROR));
    assertEquals(
        "an input is (2,1) but a target is (3,1): need inputs.rows = targets.rows",
        error.getMessage());
  }

  @Test
  void inputsOrTimesThatDoNotFitAreNamedInOneSentence() {
    Target target = Target.toAll(2, new DMatrixRMaj(2, 1));
    var late =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Batch(INPUTS, List.of(target), Loss.SQUARED_ERROR));
    assertEquals("the time of a target is 2: need 0 ≤ time < T = 2", late.getMessage());
    List<DMatrixRMaj> uneven = List.of(new DMatrixRMaj(2, 1), new DMatrixRMaj(2, 3));
    var wide =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Batch(uneven, batch(Loss.SQUARED_ERROR).targets(), Loss.SQUARED_ERROR));
    assertEquals("an input is (2,3): need (2,1)", wide.getMessage());
  }

  @Test
  void anExampleHasAnAnswerOrNothingForEachSymbol() {
    var error =
        assertThrows(IllegalArgumentException.class, () -> new Example(List.of(1, 2), List.of(1)));
    assertEquals(
        "2 symbols are read but 1 times answered: need one answer, or NOTHING, for each symbol",
        error.getMessage());
  }
}
