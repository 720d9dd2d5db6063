package longrange.autodiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import longrange.linalg.Agree;
import longrange.linalg.Matrices;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.SingularOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayerNormTest {
  private static final int N = 6;

  private final DMatrixRMaj a = Matrices.gaussian(1, N, 2, new Random(7));
  private final double variance = variance(a);

  @Test
  void aRowHasMeanZeroAndVarianceOne() {
    DMatrixRMaj y = LayerNorm.value(a, 0);
    assertEquals(0, CommonOps_DDRM.elementSum(y), 1e-14);
    assertEquals(1, variance(y), 1e-14);
  }

  @Test
  void neitherAShiftNorAStretchIsSeen() {
    DMatrixRMaj moved = a.copy();
    CommonOps_DDRM.scale(3, moved);
    CommonOps_DDRM.add(moved, 5);
    Agree.within(1e-14, LayerNorm.value(a, 0), LayerNorm.value(moved, 0));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-5, 0.5})
  void theClosedFormEqualsCentralDifferences(double epsilon) {
    DMatrixRMaj differences = GradientCheck.jacobian(x -> LayerNorm.value(x, epsilon), a);
    Agree.within(1e-9, differences, LayerNorm.jacobian(a, epsilon));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-5, 0.5})
  void theBackwardPassEqualsTheClosedFormRowByRow(double epsilon) {
    DMatrixRMaj other = Matrices.gaussian(1, N, 1, new Random(8));
    DMatrixRMaj both = CommonOps_DDRM.concatRowsMulti(a, other);
    DMatrixRMaj seed = Matrices.gaussian(2, N, 1, new Random(9));
    Tape tape = Tape.training();
    Var x = tape.variable(both);
    tape.backward(LayerNorm.of(x, epsilon), seed);
    for (int row = 0; row < 2; row++) {
      DMatrixRMaj jacobian = LayerNorm.jacobian(row == 0 ? a : other, epsilon);
      DMatrixRMaj dy = CommonOps_DDRM.extractRow(seed, row, null);
      DMatrixRMaj expected = CommonOps_DDRM.mult(dy, jacobian, null);
      Agree.within(1e-14, expected, CommonOps_DDRM.extractRow(x.adjoint(), row, null));
    }
  }

  /// ε = 0: two singular values are 0, with the directions 1 and y, all others 1/s.
  @Test
  void withoutEpsilonTwoDirectionsAreLostAndAllOthersKeptAlike() {
    double[] values = singularValues(0);
    double kept = 1 / Math.sqrt(variance);
    for (int i = 0; i < N; i++) {
      assertEquals(i < 2 ? 0 : kept, values[i], 1e-14);
    }
    DMatrixRMaj jacobian = LayerNorm.jacobian(a, 0);
    assertEquals(0, largestProduct(jacobian, ones()), 1e-14);
    assertEquals(0, largestProduct(jacobian, LayerNorm.value(a, 0)), 1e-14);
  }

  /// ε > 0: the direction y is not lost any more, but has `ε / (v + ε)^(3/2)`.
  @ParameterizedTest
  @ValueSource(doubles = {1e-5, 0.5})
  void withEpsilonOneDirectionIsLostAndOneNearlySo(double epsilon) {
    double[] values = singularValues(epsilon);
    assertEquals(0, values[0], 1e-14);
    assertEquals(epsilon / Math.pow(variance + epsilon, 1.5), values[1], 1e-14);
    for (int i = 2; i < N; i++) {
      assertEquals(1 / Math.sqrt(variance + epsilon), values[i], 1e-14);
    }
    assertTrue(values[1] > 1e-7);
  }

  private double[] singularValues(double epsilon) {
    double[] values = SingularOps_DDRM.singularValues(LayerNorm.jacobian(a, epsilon));
    Arrays.sort(values);
    return values;
  }

  private static double largestProduct(DMatrixRMaj jacobian, DMatrixRMaj row) {
    return CommonOps_DDRM.elementMaxAbs(CommonOps_DDRM.multTransB(jacobian, row, null));
  }

  private static DMatrixRMaj ones() {
    return Matrices.row(1, 1, 1, 1, 1, 1);
  }

  private static double variance(DMatrixRMaj row) {
    double mean = CommonOps_DDRM.elementSum(row) / N;
    return Arrays.stream(row.data).map(x -> (x - mean) * (x - mean)).sum() / N;
  }
}
