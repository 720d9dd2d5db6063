package longrange.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScaledMatrixTest {
  @ParameterizedTest
  @ValueSource(doubles = {1, 3e7, 1e-300, 1.7e308, 4e-320})
  void splittingOffTheSizeLosesNothing(double size) {
    DMatrixRMaj m = Matrices.of(new double[][] {{size, -size / 3}, {0, size / 7}});
    ScaledMatrix scaled = ScaledMatrix.of(m);
    double largest = CommonOps_DDRM.elementMaxAbs(scaled.mantissa());
    assertTrue(largest >= 1 && largest < 2, "largest entry " + largest);
    Agree.within(0, m, scaled.toMatrix());
    assertEquals(size, m.get(0)); // which of() has left as it was
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 3e7, 1e-300, 1.7e308, 4e-320, 0})
  void aMatrixThatIsTakenOverIsScaledWhereItIs(double size) {
    DMatrixRMaj m = Matrices.of(new double[][] {{size, -size / 3}, {0, size / 7}});
    ScaledMatrix copied = ScaledMatrix.of(m, 5);
    ScaledMatrix taken = ScaledMatrix.taking(m, 5);
    assertSame(m, taken.mantissa());
    Agree.within(0, copied.mantissa(), m);
    assertEquals(copied.exponent(), taken.exponent());
  }

  @Test
  void aPowerFarBeyondTheRangeOfADoubleKeepsItsSize() {
    ScaledMatrix power = ScaledMatrix.of(Matrices.of(new double[][] {{0.5, 0}, {0, 0.25}}));
    for (int i = 0; i < 12; i++) {
      power = power.squared();
    }
    assertEquals(4096 * Math.log10(0.5), SpectralNorm.log10(power), 1e-9);
    assertEquals(0, CommonOps_DDRM.elementMaxAbs(power.toMatrix()));
  }

  @Test
  void onlyAnExactZeroHasNormZero() {
    ScaledMatrix zero = ScaledMatrix.of(new DMatrixRMaj(2, 2), 17);
    assertTrue(zero.isZero());
    assertEquals(Double.NEGATIVE_INFINITY, SpectralNorm.log10(zero));
    assertEquals(
        -320 - Math.log10(2), SpectralNorm.log10(ScaledMatrix.of(Matrices.row(5e-321))), 1e-2);
  }

  @Test
  void anEntryThatIsNoNumberIsRefused() {
    DMatrixRMaj m = Matrices.gaussian(2, 3, 1, new Random(1));
    m.set(1, 1, Double.NaN);
    var error = assertThrows(ArithmeticException.class, () -> ScaledMatrix.of(m));
    assertEquals(
        "the matrix (2,3) has an entry that is not a finite number:"
            + " look for an overflow in what it was made from",
        error.getMessage());
  }
}
