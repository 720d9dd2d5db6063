package longrange.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpectralNormTest {
  private int steps;
  private final RayleighAscent ascent = new RayleighAscent(() -> ++steps == 0);

  @Test
  void theNormIsTheLargestSingularValue() {
    assertEquals(6, SpectralNorm.of(Matrices.of(new double[][] {{3, 3}, {-3, -3}})), 1e-14);
    assertEquals(5, SpectralNorm.of(Matrices.row(3, 4)), 1e-14);
    assertEquals(0, SpectralNorm.of(new DMatrixRMaj(3, 2)));
    assertEquals(5e-200, SpectralNorm.of(Matrices.row(3e-200, 4e-200)), 1e-213);
    assertEquals(1, SpectralNorm.of(Matrices.orthogonal(20, new Random(1))), 1e-14);
  }

  @ParameterizedTest
  @MethodSource("series")
  void theAscentAgreesWithTheDecomposition(Stream<DMatrixRMaj> series) {
    series.forEach(m -> {
      double expected = SpectralNorm.log10(ScaledMatrix.of(m));
      assertEquals(expected, ascent.log10Norm(ScaledMatrix.of(m)), 1e-11);
    });
  }

  /// Products that settle, norms that tie or nearly tie, sizes at the ends of a double, and a
  /// largest singular value that moves from one vector to an orthogonal one while a warm start
  /// still points to the old.
  static Stream<Stream<DMatrixRMaj>> series() {
    Random random = new Random(5);
    DMatrixRMaj w = Matrices.gaussian(24, 24, 0.3, random);
    return Stream.of(
        Stream.iterate(w, m -> CommonOps_DDRM.mult(m, w, null)).limit(60),
        Stream.generate(() -> Matrices.gaussian(9, 5, 1, random)).limit(20),
        Stream.generate(() -> Matrices.gaussian(3, 40, 1, random)).limit(5),
        Stream.generate(() -> Matrices.orthogonal(16, random)).limit(5),
        Stream.iterate(0.5, d -> d + 0.05).limit(20).map(d -> CommonOps_DDRM.diag(1, d)),
        Stream.of(1e-3, 1e-6, 1e-9, 1e-12).map(gap -> CommonOps_DDRM.diag(1 - gap, 1, 0.5)),
        Stream.of(1e-3, 1e-6, 1e-9, 1e-12).map(gap -> turned(random, 40, 1, 1 - gap, 0.9)),
        Stream.generate(() -> turned(random, 40, 2, 2, 2, 2, 2, 1.9, 1)).limit(5),
        Stream.generate(() -> turned(random, 64, 3)).limit(5), // rank 1
        Stream.generate(() -> turned(random, 64, 1, 1)).limit(5),
        Stream.of(CommonOps_DDRM.diag(2, 0), CommonOps_DDRM.diag(0, 3), new DMatrixRMaj(2, 2)),
        Stream.of(1e300, 1e-300, 1.7e308, 4e-320)
            .map(size -> Matrices.of(new double[][] {{size, -size / 3}, {0, size / 7}})),
        Stream.of(Matrices.row(-2), Matrices.row(1e-300), Matrices.row(0)));
  }

  /// A matrix with these singular values, the rest 0, along vectors drawn at random.
  private static DMatrixRMaj turned(Random random, int n, double... singular) {
    DMatrixRMaj left = Matrices.orthogonal(n, random);
    DMatrixRMaj right = Matrices.orthogonal(n, random);
    DMatrixRMaj values = CommonOps_DDRM.diag(Arrays.copyOf(singular, n));
    return CommonOps_DDRM.mult(CommonOps_DDRM.mult(left, values, null), right, null);
  }

  /// The warm start stands on one of two axes, and it is the other that has grown by so little.
  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 1e-6, 1e-9, 1e-10})
  void theSecondOfTwoNearNormsDoesNotPassForTheFirst(double gap) {
    double[] singular = new double[64];
    singular[7] = 1;
    assertEquals(0, ascent.log10Norm(ScaledMatrix.of(CommonOps_DDRM.diag(singular))), 1e-12);
    singular[50] = 1 + gap;
    DMatrixRMaj next = CommonOps_DDRM.diag(singular);
    assertEquals(Math.log10(1 + gap), ascent.log10Norm(ScaledMatrix.of(next)), 1e-12);
  }

  /// The one vector that is stretched is orthogonal to the last one, up to rounding.
  @Test
  void aWarmStartThatSeesNothingButRoundingIsNotBelieved() {
    Random random = new Random(5);
    DMatrixRMaj left = Matrices.orthogonal(14, random);
    for (int k = 0; k < 14; k++) {
      DMatrixRMaj from = CommonOps_DDRM.extractRow(Matrices.orthogonal(14, random), 0, null);
      DMatrixRMaj to = CommonOps_DDRM.extractColumn(left, k, null);
      ScaledMatrix m = ScaledMatrix.of(CommonOps_DDRM.mult(to, from, null));
      assertEquals(0, ascent.log10Norm(m), 1e-11);
    }
  }

  @Test
  void whatDoesNotSettleIsLeftToTheDecomposition() {
    double[] crowded = IntStream.range(0, 300).mapToDouble(i -> 1 - 1e-9 * i * i).toArray();
    ScaledMatrix m = ScaledMatrix.of(CommonOps_DDRM.diag(crowded));
    assertEquals(SpectralNorm.log10(m), ascent.log10Norm(m));
    assertEquals(100, steps);
  }

  /// Products that grow to the right, as Jacobians do: their left vectors settle.
  @Test
  void aSeriesThatHasSettledTakesHardlyAnySteps() {
    Random random = new Random(5);
    ScaledMatrix product = ScaledMatrix.of(CommonOps_DDRM.identity(24));
    for (int k = 0; k < 400; k++) {
      DMatrixRMaj factor = Matrices.gaussian(24, 24, 0.3, random);
      product =
          ScaledMatrix.of(
              CommonOps_DDRM.mult(product.mantissa(), factor, null), product.exponent());
      double _ = ascent.log10Norm(product);
      steps = k < 200 ? 0 : steps;
    }
    assertTrue(steps < 100, "steps for the last 200 norms: " + steps);
  }

  /// Of one σ, `uᵀJJᵀu` is less by the square of the cosine, and the bounds are exact all the same.
  @Test
  void ofAMatrixOfRankOneAVectorThatIsStillOffTellsTheNorm() {
    for (double angle : new double[] {0, 0.1, 0.3}) {
      DMatrixRMaj left = Matrices.column(Math.cos(angle), Math.sin(angle));
      ScaledMatrix m = ScaledMatrix.of(CommonOps_DDRM.mult(left, Matrices.row(3, 4), null));
      assertEquals(Math.log10(5), ascent.log10Norm(m), 1e-14);
      steps = angle == 0 ? 0 : steps;
    }
    assertEquals(0, steps);
  }

  /// Twenty σ that stand close take little more than twenty directions, if each is new.
  @Test
  void noDirectionIsTakenTwice() {
    double[] close = IntStream.range(0, 20).mapToDouble(i -> 1 - 0.002 * i).toArray();
    assertEquals(0, ascent.log10Norm(ScaledMatrix.of(CommonOps_DDRM.diag(close))), 1e-12);
    assertTrue(steps < 60, "steps: " + steps);
  }

  @Test
  void theAscentStopsWhenAsked() {
    RayleighAscent asked = new RayleighAscent(() -> true);
    var error =
        assertThrows(
            CancellationException.class,
            () -> asked.log10Norm(ScaledMatrix.of(CommonOps_DDRM.diag(1, 2))));
    assertEquals("the search for a spectral norm was stopped", error.getMessage());
  }
}
