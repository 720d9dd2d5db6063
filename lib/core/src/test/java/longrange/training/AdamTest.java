package longrange.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import longrange.linalg.Matrices;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class AdamTest {
  private final DMatrixRMaj theta = Matrices.row(1, 1, 1);
  private final UpdateRule.Update adam = Adam.standard().of(List.of(theta));

  @Test
  void theFirstStepHasTheLengthOfTheLearningRateWhateverTheGradient() {
    adam.step(List.of(Matrices.row(1e3, -1e-3, 0)), 0.1);
    assertEquals(0.9, theta.get(0), 1e-6);
    assertEquals(1.1, theta.get(1), 1e-5);
    assertEquals(1, theta.get(2));
  }

  /// Gradients 1, then -1: m = 0.9·0.1 - 0.1 = -0.01, m̂ = -0.01/0.19; v̂ = 1 both times.
  @Test
  void theSecondStepFollowsTheMovingMean() {
    adam.step(List.of(Matrices.row(1, 1, 1)), 0.1);
    adam.step(List.of(Matrices.row(-1, 1, 1)), 0.1);
    assertEquals(0.9 + 0.1 * 0.01 / 0.19, theta.get(0), 1e-8);
    assertEquals(0.8, theta.get(1), 1e-8);
  }
}
