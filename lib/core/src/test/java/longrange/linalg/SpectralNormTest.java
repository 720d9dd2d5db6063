package longrange.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SpectralNormTest {
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
  void thePowerIterationAgreesWithTheDecomposition(Stream<DMatrixRMaj> series) {
    PowerIteration iteration = new PowerIteration(Cancellation.onInterrupt());
    series.forEach(m -> {
      double expected = SpectralNorm.log10(ScaledMatrix.of(m));
      assertEquals(expected, iteration.log10Norm(ScaledMatrix.of(m)), 1e-10);
    });
  }

  /// Products that settle, norms that tie or nearly tie, and a largest singular value that moves
  /// from one vector to an orthogonal one while a warm start still points to the old.
  static Stream<Stream<DMatrixRMaj>> series() {
    Random random = new Random(5);
    DMatrixRMaj w = Matrices.gaussian(24, 24, 0.3, random);
    return Stream.of(
        Stream.iterate(w, m -> CommonOps_DDRM.mult(m, w, null)).limit(60),
        Stream.generate(() -> Matrices.gaussian(9, 5, 1, random)).limit(20),
        Stream.generate(() -> Matrices.orthogonal(16, random)).limit(5),
        Stream.iterate(0.5, d -> d + 0.05).limit(20).map(d -> CommonOps_DDRM.diag(1, d)),
        Stream.of(1e-3, 1e-6, 1e-9, 1e-12).map(gap -> CommonOps_DDRM.diag(1 - gap, 1, 0.5)),
        Stream.of(CommonOps_DDRM.diag(2, 0), CommonOps_DDRM.diag(0, 3), new DMatrixRMaj(2, 2)),
        Stream.of(Matrices.row(-2), Matrices.row(1e-300), Matrices.row(0)));
  }

  @Test
  void thePowerIterationStopsWhenAsked() {
    PowerIteration iteration = new PowerIteration(() -> true);
    var error =
        assertThrows(
            CancellationException.class,
            () -> iteration.log10Norm(ScaledMatrix.of(Matrices.row(1, 2))));
    assertEquals("the power iteration was stopped", error.getMessage());
  }
}
