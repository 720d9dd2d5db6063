package longrange.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpectralRadiusTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 40})
  void gelfandsFormulaAgreesWithTheEigenvalues(int n) {
    DMatrixRMaj w = Matrices.gaussian(n, n, 1, new Random(n));
    double expected = largestEigenvalue(w);
    assertEquals(expected, SpectralRadius.of(w), 1e-12 * expected);
  }

  @Test
  void aNilpotentMatrixHasRadiusExactlyZero() {
    assertEquals(0, SpectralRadius.of(Matrices.of(new double[][] {{3, 3}, {-3, -3}})));
    assertEquals(
        0, SpectralRadius.of(Matrices.of(new double[][] {{0, 5, 1}, {0, 0, 7}, {0, 0, 0}})));
    assertEquals(0, SpectralRadius.of(new DMatrixRMaj(2, 2)));
  }

  /// An eigenvalue solver keeps about 16/4 digits of a fourfold eigenvalue in a general basis.
  @Test
  void aJordanBlockHasTheRadiusOfItsDiagonal() {
    DMatrixRMaj block = CommonOps_DDRM.diag(0.9, 0.9, 0.9, 0.9);
    IntStream.range(0, 3).forEach(i -> block.set(i, i + 1, 5));
    assertEquals(0.9, SpectralRadius.of(block), 2e-13);
  }

  @Test
  void aRotationHasTheModulusOfItsComplexEigenvalues() {
    DMatrixRMaj turn = Matrices.of(new double[][] {{0, -0.9}, {0.9, 0}});
    assertEquals(0.9, SpectralRadius.of(turn), 1e-15);
    double c = Math.cos(1);
    double s = Math.sin(1);
    assertEquals(1, SpectralRadius.of(Matrices.of(new double[][] {{c, -s}, {s, c}})), 1e-14);
  }

  @Test
  void signAndSizeDoNotMatter() {
    assertEquals(2, SpectralRadius.of(Matrices.row(-2)), 1e-15);
    assertEquals(1e-200, SpectralRadius.of(CommonOps_DDRM.diag(1e-200, -1e-201)), 1e-212);
    assertEquals(1e200, SpectralRadius.of(CommonOps_DDRM.diag(1e200, 1)), 1e188);
  }

  @Test
  void onlyASquareMatrixHasARadius() {
    var error =
        assertThrows(IllegalArgumentException.class, () -> SpectralRadius.of(Matrices.row(1, 2)));
    assertEquals("W is (1,2): need (1,1)", error.getMessage());
  }

  private static double largestEigenvalue(DMatrixRMaj w) {
    var eigen = DecompositionFactory_DDRM.eig(w.getNumRows(), false);
    eigen.decompose(w.copy());
    return IntStream.range(0, w.getNumRows())
        .mapToDouble(i -> eigen.getEigenvalue(i).getMagnitude())
        .max()
        .orElseThrow();
  }
}
