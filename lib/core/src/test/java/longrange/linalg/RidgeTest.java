package longrange.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class RidgeTest {
  private final Random random = new Random(1);
  private final DMatrixRMaj x = Matrices.gaussian(20, 4, 1, random);
  private final DMatrixRMaj y = Matrices.gaussian(20, 2, 1, random);

  /// `Xᵀ (X V - Y) + λ V = 0`: there the derivative of the penalised error is zero.
  @Test
  void theNormalEquationsHold() {
    for (double lambda : new double[] {0, 1e-6, 3}) {
      DMatrixRMaj v = Ridge.fit(x, y, lambda);
      DMatrixRMaj error = CommonOps_DDRM.subtract(CommonOps_DDRM.mult(x, v, null), y, null);
      DMatrixRMaj slope = CommonOps_DDRM.multTransA(x, error, null);
      CommonOps_DDRM.addEquals(slope, lambda, v);
      Agree.within(1e-13, new DMatrixRMaj(4, 2), slope);
    }
  }

  @Test
  void aPenaltyBearsDependentColumnsAndNoneDoesNot() {
    DMatrixRMaj twice = CommonOps_DDRM.concatColumns(x, new DMatrixRMaj(20, 1), null);
    assertEquals(0, Ridge.fit(twice, y, 1e-9).get(4, 0));
    var error = assertThrows(ArithmeticException.class, () -> Ridge.fit(twice, y, 0));
    assertEquals(
        "the columns of X (20,5) are dependent: need a λ larger than 0.0", error.getMessage());
  }

  /// `XᵀX - 100 I` is not positive definite: there is no least.
  @Test
  void aPenaltyBelowZeroIsRefused() {
    assertThrows(ArithmeticException.class, () -> Ridge.fit(x, y, -100));
  }

  @Test
  void examplesThatDoNotFitAreNamedInOneSentence() {
    var error =
        assertThrows(IllegalArgumentException.class, () -> Ridge.fit(x, new DMatrixRMaj(19, 2), 1));
    assertEquals("X is (20,4) but Y is (19,2): need X.rows = Y.rows", error.getMessage());
  }
}
