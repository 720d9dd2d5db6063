package longrange.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatricesTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 64})
  void anOrthogonalMatrixHasOrthonormalColumns(int n) {
    DMatrixRMaj q = Matrices.orthogonal(n, new Random(n));
    Agree.within(1e-13, CommonOps_DDRM.identity(n), CommonOps_DDRM.multTransA(q, q, null));
  }

  /// Uniform on the orthogonal group, the corner entry of a 3×3 matrix has mean 0 and variance 1/3.
  /// A bare Householder QR gives it one sign always.
  @Test
  void orthogonalMatricesAreDrawnUniformly() {
    Random random = new Random(1);
    int draws = 2000;
    double mean = 0;
    double square = 0;
    for (int i = 0; i < draws; i++) {
      double corner = Matrices.orthogonal(3, random).get(0, 0);
      mean += corner / draws;
      square += corner * corner / draws;
    }
    // Four standard errors: 4·√(1/3/2000), and 4·√(4/45/2000) for the square.
    assertEquals(0, mean, 0.052);
    assertEquals(1.0 / 3, square, 0.027);
  }

  @Test
  void gaussianEntriesHaveTheStatedDeviation() {
    DMatrixRMaj m = Matrices.gaussian(200, 50, 0.3, new Random(2));
    double square = Arrays.stream(m.getData()).map(a -> a * a).sum() / 10_000;
    // Four standard errors of a variance: 4·√(2/10000).
    assertEquals(0.09, square, 0.09 * 0.057);
  }

  @Test
  void theSameSeedDrawsTheSameNumbers() {
    assertTrue(
        MatrixFeatures_DDRM.isEquals(
            Matrices.gaussian(3, 4, 1, new Random(7)), Matrices.gaussian(3, 4, 1, new Random(7))));
    var first = Sequences.gaussian(5, 2, 3, 1, new Random(7));
    var second = Sequences.gaussian(5, 2, 3, 1, new Random(7));
    for (int t = 0; t < 5; t++) {
      assertTrue(MatrixFeatures_DDRM.isEquals(first.get(t), second.get(t)));
    }
  }

  @Test
  void aProductIsTakenInTheOrderWritten() {
    DMatrixRMaj a = Matrices.of(new double[][] {{0, 2}, {0, 0}});
    DMatrixRMaj b = Matrices.diagonal(3, 5);
    Agree.within(0, Matrices.of(new double[][] {{0, 10}, {0, 0}}), Matrices.product(a, b));
    Agree.within(0, Matrices.of(new double[][] {{0, 6}, {0, 0}}), Matrices.product(b, a));
    Agree.within(0, new DMatrixRMaj(2, 2), Matrices.product(a, b, a));
  }

  @Test
  void aRepeatedRowStandsInEveryRow() {
    DMatrixRMaj expected = Matrices.of(new double[][] {{1, 2}, {1, 2}, {1, 2}});
    Agree.within(0, expected, Matrices.repeated(Matrices.row(1, 2), 3));
  }
}
