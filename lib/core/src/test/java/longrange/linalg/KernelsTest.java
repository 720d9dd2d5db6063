package longrange.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import longrange.linalg.kernels.BackendChoice;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KernelsTest {
  /// Sizes round about vectors and panels of any width, primes, ones, and nothing at all.
  private static final int[][] SIZES = {
    {1, 1, 1}, {1, 7, 3}, {5, 1, 4}, {6, 5, 1}, {33, 17, 65}, {3, 0, 2}, {0, 3, 2},
    {1, 97, 89}, {2, 64, 64}, {3, 31, 127}, {4, 16, 33}, {13, 61, 8}, {64, 1, 63}, {101, 23, 5}
  };

  private static Stream<Arguments> everyKernelAndSize() {
    return everyKernel()
        .flatMap(kernels ->
            Stream.of(SIZES).map(size -> Arguments.of(kernels, size[0], size[1], size[2])));
  }

  private static Stream<String> everyKernel() {
    Stream<String> always = Stream.of("ejml", "rows");
    return BackendChoice.hindrance().isEmpty()
        ? Stream.concat(always, Stream.of("vector"))
        : always;
  }

  @ParameterizedTest(name = "{0} ({1},{2}) ({2},{3})")
  @MethodSource("everyKernelAndSize")
  void theThreeProductsEqualTheSumOverTheSharedIndex(String name, int m, int k, int n) {
    Kernels kernels = KernelChoice.named(name);
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
    assertEquals("rows", KernelChoice.named("rows").name());
    var error = assertThrows(IllegalArgumentException.class, () -> KernelChoice.named("gpu"));
    assertEquals(
        "-Dlongrange.kernels=gpu names no kernels: use one of ejml, rows, vector, or leave it out",
        error.getMessage());
  }

  @Test
  void theFastestIsChosenUnlessItIsHinderedAndThenTheLogSaysWhatToDo() {
    assertEquals("ejml", KernelChoice.chosen("ejml", Optional.empty()).name());
    Optional<String> hindrance = Optional.of("the module is not loaded: load it");
    Kernels plain = KernelChoice.chosen(null, hindrance);
    assertEquals("rows", plain.name());
    assertEquals(
        "kernels: rows, for the module is not loaded: load it",
        KernelChoice.line(plain, hindrance));
    if (BackendChoice.hindrance().isEmpty()) {
      Kernels fastest = KernelChoice.chosen(null, Optional.empty());
      assertEquals("vector", fastest.name());
      assertEquals("kernels: vector", KernelChoice.line(fastest, Optional.empty()));
    }
  }

  @Test
  void whatRunsHereIsWhatTheSwitchNames() {
    String asked = System.getProperty(KernelChoice.PROPERTY);
    String best = BackendChoice.hindrance().isEmpty() ? "vector" : "rows";
    assertEquals(asked == null ? best : asked, Kernels.chosen().name());
  }
}
