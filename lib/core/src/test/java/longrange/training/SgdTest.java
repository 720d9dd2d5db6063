package longrange.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import longrange.linalg.Agree;
import longrange.linalg.Matrices;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class SgdTest {
  private final DMatrixRMaj theta = Matrices.row(1, 1);

  @Test
  void aPlainStepIsTheLearningRateTimesTheGradient() {
    var update = new Sgd(0).of(List.of(theta));
    update.step(List.of(Matrices.row(2, -4)), 0.1);
    update.step(List.of(Matrices.row(2, 0)), 0.05);
    Agree.within(1e-15, Matrices.row(0.7, 1.4), theta);
  }

  /// With a constant gradient the steps grow to `1/(1-μ)` of a plain one: 1, 1.5, 1.75, … for μ =
  /// 0.5.
  @Test
  void momentumAddsTheOldSteps() {
    var update = new Sgd(0.5).of(List.of(theta));
    for (int i = 0; i < 3; i++) {
      update.step(List.of(Matrices.row(1, 0)), 0.1);
    }
    Agree.within(1e-15, Matrices.row(1 - 0.1 * (1 + 1.5 + 1.75), 1), theta);
  }

  @Test
  void aMomentumOfOneIsRefused() {
    var error = assertThrows(IllegalArgumentException.class, () -> new Sgd(1));
    assertEquals("momentum is 1.0: need 0 ≤ momentum < 1", error.getMessage());
  }
}
