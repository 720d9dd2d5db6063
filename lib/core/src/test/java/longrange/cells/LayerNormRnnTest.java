package longrange.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import longrange.linalg.Agree;
import longrange.linalg.Matrices;
import longrange.linalg.SpectralNorm;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class LayerNormRnnTest {
  private final Random random = new Random(2);
  private final LayerNormRnn cell = LayerNormRnn.seeded(3, 6, random);
  private final DMatrixRMaj x = Matrices.gaussian(1, 3, 1, random);
  private final DMatrixRMaj h = Matrices.gaussian(1, 6, 1, random);

  /// All weights ten times as large: but for ε the same state, and the same Jacobian.
  @Test
  void theSizeOfTheWeightsIsNotSeen() {
    LayerNormRnn large =
        new LayerNormRnn(scaled(cell.wx()), scaled(cell.wh()), cell.gain(), cell.b(), 0);
    LayerNormRnn exact = new LayerNormRnn(cell.wx(), cell.wh(), cell.gain(), cell.b(), 0);
    Agree.within(1e-14, next(exact), next(large));
    Agree.within(1e-13, exact.jacobian(x, h), large.jacobian(x, h));
  }

  private static DMatrixRMaj scaled(DMatrixRMaj weights) {
    DMatrixRMaj scaled = weights.copy();
    CommonOps_DDRM.scale(10, scaled);
    return scaled;
  }

  private DMatrixRMaj next(LayerNormRnn any) {
    return any.states(List.of(x), h).getLast();
  }

  @Test
  void aSingleUnitForgetsEverything() {
    LayerNormRnn one = LayerNormRnn.seeded(1, 1, random);
    one.b().set(0, 0.3);
    assertEquals(
        Math.tanh(0.3), one.states(List.of(Matrices.row(5)), Matrices.row(1)).getLast().get(0));
    assertEquals(0, one.jacobian(Matrices.row(5), Matrices.row(1)).get(0));
  }

  /// At a = 0 the normalisation divides by √1e-5, and W is orthogonal: 316 in one step, with gain
  /// 1.
  @Test
  void zeroInputInAZeroStateIsATrap() {
    DMatrixRMaj jacobian = cell.jacobian(new DMatrixRMaj(1, 3), new DMatrixRMaj(1, 6));
    assertEquals(1 / Math.sqrt(1e-5), SpectralNorm.of(jacobian), 1e-9);
  }
}
