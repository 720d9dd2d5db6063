package longrange.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelsTest {
  private final Kernels kernels = Kernels.chosen();

  @ParameterizedTest
  @CsvSource({"1,1,1", "1,7,3", "5,1,4", "6,5,1", "33,17,65", "3,0,2"})
  void theThreeProductsEqualTheSumOverTheSharedIndex(int m, int k, int n) {
    Random random = new Random(3);
    DMatrixRMaj a = Matrices.gaussian(m, k, 1, random);
    DMatrixRMaj b = Matrices.gaussian(k, n, 1, random);
    DMatrixRMaj expected = new DMatrixRMaj(m, n);
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        for (int s = 0; s < k; s++) {
          expected.add(i, j, a.get(i, s) * b.get(s, j));
        }
      }
    }
    DMatrixRMaj at = CommonOps_DDRM.transpose(a, null);
    DMatrixRMaj bt = CommonOps_DDRM.transpose(b, null);
    Agree.within(1e-14, expected, kernels.times(a, b));
    Agree.within(1e-14, expected, kernels.timesTransposed(a, bt));
    Agree.within(1e-14, expected, kernels.transposedTimes(at, b));
  }

  @Test
  void aNameThatNobodyHasIsRefusedWithTheNamesThereAre() {
    assertEquals(kernels.name(), KernelChoice.named(kernels.name()).name());
    var error = assertThrows(IllegalArgumentException.class, () -> KernelChoice.named("gpu"));
    assertEquals(
        "-Dlongrange.kernels=gpu names no kernels: use one of ejml, or leave it out",
        error.getMessage());
  }
}
