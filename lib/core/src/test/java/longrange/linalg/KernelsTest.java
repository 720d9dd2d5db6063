package longrange.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import longrange.linalg.kernels.Hindrance;
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
    {1, 97, 89}, {2, 64, 64}, {3, 31, 127}, {4, 16, 33}, {13, 61, 8}, {64, 1, 63}, {101, 23, 5},
    {5, 300, 40}, {64, 600, 33}
  };

  private static Stream<Arguments> everyKernelAndSize() {
    return Stream.of("ejml", "rows", "vector")
        .flatMap(kernels ->
            Stream.of(SIZES).map(size -> Arguments.of(kernels, size[0], size[1], size[2])));
  }

  @ParameterizedTest(name = "{0} ({1},{2}) ({2},{3})")
  @MethodSource("everyKernelAndSize")
  void theThreeProductsEqualTheSumOverTheSharedIndex(String name, int m, int k, int n) {
    Kernels kernels = kernels(name);
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

  /// What is hindered here is skipped, and says why.
  private static Kernels kernels(String name) {
    KernelChoice choice = KernelChoice.asked(name);
    Kernels kernels = choice.kernels();
    assumeTrue(kernels != null, choice::sentence);
    return Objects.requireNonNull(kernels);
  }

  @Test
  void aNameThatNobodyHasIsRefusedWithTheNamesThereAre() {
    KernelChoice choice = KernelChoice.asked("gpu");
    assertNull(choice.kernels());
    assertEquals(
        "-Dlongrange.kernels=gpu names no kernels: use one of ejml, rows, vector, or leave it out",
        choice.sentence());
  }

  @Test
  void theFastestIsChosenThatNothingHinders() {
    Hindrance module = new Hindrance("the module is not loaded", Optional.of("load it"));
    Hindrance narrow = new Hindrance("vectors are narrow", Optional.empty());
    assertEquals(
        "kernels: rows, for the module is not loaded: load it",
        KernelChoice.fastest(Optional.of(module), Optional.empty()).sentence());
    assertEquals(
        "kernels: rows, for vectors are narrow: nothing needs to be done",
        KernelChoice.fastest(Optional.of(narrow), Optional.empty()).sentence());
    KernelChoice slowest = KernelChoice.fastest(Optional.of(module), Optional.of(module));
    assertEquals("ejml", Objects.requireNonNull(slowest.kernels()).name());
  }

  @Test
  void withoutAHindranceItIsTheVectorApi() {
    kernels("vector");
    assertEquals(
        "kernels: vector", KernelChoice.fastest(Optional.empty(), Optional.empty()).sentence());
  }
}
