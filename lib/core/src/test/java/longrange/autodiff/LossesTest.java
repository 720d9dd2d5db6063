package longrange.autodiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.UnaryOperator;
import longrange.linalg.Agree;
import longrange.linalg.Matrices;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class LossesTest {
  private static final DMatrixRMaj WEIGHTS = new DMatrixRMaj(new double[][] {{0.5}, {0}, {2}});

  private final Random random = new Random(3);
  private final DMatrixRMaj a = Matrices.gaussian(3, 4, 1, random);
  private final DMatrixRMaj values = Matrices.gaussian(3, 4, 1, random);
  private final DMatrixRMaj shares = Losses.softmax(Matrices.gaussian(3, 4, 1, random));

  @Test
  void bothPullbacksEqualCentralDifferences() {
    assertDifferences(answers -> Losses.squaredError(answers, values, WEIGHTS));
    assertDifferences(answers -> Losses.crossEntropy(answers, shares, WEIGHTS));
  }

  /// Scaled, so that an adjoint of 1 is not taken for granted.
  private void assertDifferences(UnaryOperator<Var> loss) {
    double error = GradientCheck.largestError(tape -> loss.apply(tape.parameter(a)).scaled(-3), a);
    assertTrue(error < 1e-9, "error " + error);
  }

  /// Two answers, the second not asked for: `½ ((1-3)² + (2-2)²) / 2 · 3`.
  @Test
  void aSquaredErrorIsTheMeanOverItsColumns() {
    Tape tape = Tape.frozen();
    Var answers = tape.constant(Matrices.of(new double[][] {{1, 2}, {7, 7}}));
    DMatrixRMaj right = Matrices.of(new double[][] {{3, 2}, {0, 0}});
    DMatrixRMaj weights = new DMatrixRMaj(new double[][] {{3}, {0}});
    assertEquals(6, Losses.squaredError(answers, right, weights).value().get(0));
  }

  /// Logits (0, ln 3) are the shares ¼ and ¾.
  @Test
  void aCrossEntropyIsTheLogarithmOfAShareInNats() {
    Tape tape = Tape.frozen();
    Var logits = tape.constant(Matrices.row(0, Math.log(3)));
    DMatrixRMaj one = Matrices.row(1);
    assertEquals(
        Math.log(4), Losses.crossEntropy(logits, Matrices.row(1, 0), one).value().get(0), 1e-15);
    assertEquals(
        Math.log(4.0 / 3),
        Losses.crossEntropy(logits, Matrices.row(0, 1), one).value().get(0),
        1e-15);
    Agree.within(1e-15, Matrices.row(0.25, 0.75), Losses.softmax(logits.value()));
  }

  @Test
  void hugeLogitsNeitherOverflowNorLoseTheirLoss() {
    Tape tape = Tape.training();
    Var logits = tape.variable(Matrices.row(1e4, -1e4));
    Var loss = Losses.crossEntropy(logits, Matrices.row(0, 1), Matrices.row(1));
    assertEquals(2e4, loss.value().get(0));
    tape.backward(loss);
    Agree.within(0, Matrices.row(1, -1), logits.adjoint());
  }

  @Test
  void aShiftOfAllLogitsChangesNothing() {
    DMatrixRMaj shifted = a.copy();
    for (int i = 0; i < a.getNumElements(); i++) {
      shifted.set(i, a.get(i) + 100);
    }
    Agree.within(1e-13, Losses.softmax(a), Losses.softmax(shifted));
  }

  @Test
  void whatDoesNotFitIsNamedInOneSentence() {
    Var answers = Tape.frozen().constant(a);
    assertRefused(
        "values is (3,3): need (3,4)",
        () -> Losses.squaredError(answers, new DMatrixRMaj(3, 3), WEIGHTS));
    assertRefused(
        "weights is (2,1): need (3,1)",
        () -> Losses.crossEntropy(answers, values, new DMatrixRMaj(2, 1)));
  }

  private static void assertRefused(String sentence, Runnable act) {
    var error = assertThrows(IllegalArgumentException.class, act::run);
    assertEquals(sentence, error.getMessage());
  }
}
