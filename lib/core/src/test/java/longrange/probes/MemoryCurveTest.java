package longrange.probes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import longrange.linalg.Matrices;
import longrange.linalg.SpectralRadius;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class MemoryCurveTest {
  /// Each unit hands its value to the next, times a.
  private static DMatrixRMaj ring(int n, double a) {
    DMatrixRMaj w = new DMatrixRMaj(n, n);
    for (int i = 0; i < n; i++) {
      w.set((i + 1) % n, i, a);
    }
    return w;
  }

  private static DMatrixRMaj firstUnit(int n) {
    DMatrixRMaj v = new DMatrixRMaj(n, 1);
    v.set(0, 0, 1);
    return v;
  }

  /// After n steps an input meets the next one in the same unit: `MC_k = (1 - a²ⁿ) a^(2n⌊k/n⌋)`,
  /// .871488 and .111997 for a = .95 and n = 20 (Jaeger 2002).
  @Test
  void aRingRemembersInPlateaus() {
    double[] curve = MemoryCurve.of(ring(20, 0.95), firstUnit(20), 59);
    double lap = Math.pow(0.95, 40);
    double[] expected = new double[60];
    Arrays.setAll(expected, k -> (1 - lap) * Math.pow(lap, Math.floorDiv(k, 20)));
    assertArrayEquals(expected, curve, 1e-12);
    assertEquals(0.871488, curve[19], 5e-7);
    assertEquals(0.111997, curve[20], 5e-7);
  }

  @Test
  void overAllLagsTheCurveSumsToTheNumberOfUnits() {
    assertEquals(20, Arrays.stream(MemoryCurve.of(ring(20, 0.95), firstUnit(20), 800)).sum(), 1e-9);
  }

  /// Two rings of ten, and only one is fed: the state varies in ten directions.
  @Test
  void unitsThatAreNotFedRememberNothing() {
    DMatrixRMaj w = new DMatrixRMaj(20, 20);
    CommonOps_DDRM.insert(ring(10, 0.95), w, 0, 0);
    CommonOps_DDRM.insert(ring(10, 0.95), w, 10, 10);
    assertEquals(10, Arrays.stream(MemoryCurve.of(w, firstUnit(20), 800)).sum(), 1e-9);
  }

  /// Gaussian W, n = 20, scaled to ρ = 0.9, v Gaussian, seeds 0 to 9. Through Σ itself the sum
  /// misses 20 by up to 4e-3.
  @Test
  void anIllConditionedNetworkStillSumsToTheNumberOfUnits() {
    for (int seed = 0; seed < 10; seed++) {
      Random random = new Random(seed);
      DMatrixRMaj w = Matrices.gaussian(20, 20, 1, random);
      CommonOps_DDRM.scale(0.9 / SpectralRadius.of(w), w);
      double[] curve = MemoryCurve.of(w, Matrices.gaussian(20, 1, 1, random), 500);
      assertEquals(20, Arrays.stream(curve).sum(), 1e-6, "seed " + seed);
      assertTrue(Arrays.stream(curve).allMatch(mc -> mc >= 0 && mc <= 1 + 1e-9));
    }
  }

  /// The claim itself: the best linear readout, fitted to a long run, gives back this share.
  @Test
  void theCurveIsWhatAFittedReadoutReaches() {
    Random random = new Random(8);
    DMatrixRMaj w = Matrices.of(new double[][] {{0.5, 0.3}, {-0.4, 0.6}});
    DMatrixRMaj v = Matrices.of(new double[][] {{1}, {0.5}});
    double[] curve = MemoryCurve.of(w, v, 4);
    int steps = 200_000;
    DMatrixRMaj states = new DMatrixRMaj(steps, 2);
    double[] u = new double[steps];
    DMatrixRMaj s = new DMatrixRMaj(2, 1);
    for (int t = 0; t < steps; t++) {
      u[t] = random.nextGaussian();
      s = CommonOps_DDRM.mult(w, s, null);
      CommonOps_DDRM.addEquals(s, u[t], v);
      CommonOps_DDRM.insert(CommonOps_DDRM.transpose(s, null), states, t, 0);
    }
    for (int k = 0; k <= 4; k++) {
      // Five standard errors of an R² from 200,000 samples.
      assertEquals(explained(states, u, k), curve[k], 0.012, "lag " + k);
    }
  }

  private static double explained(DMatrixRMaj states, double[] u, int lag) {
    int rows = u.length - lag;
    DMatrixRMaj a = CommonOps_DDRM.extract(states, lag, u.length, 0, states.numCols);
    DMatrixRMaj target = new DMatrixRMaj(rows, 1, true, Arrays.copyOf(u, rows));
    DMatrixRMaj fit = new DMatrixRMaj(states.numCols, 1);
    assertTrue(CommonOps_DDRM.solve(a, target, fit));
    DMatrixRMaj rest = CommonOps_DDRM.subtract(target, CommonOps_DDRM.mult(a, fit, null), null);
    return 1 - CommonOps_DDRM.dot(rest, rest) / CommonOps_DDRM.dot(target, target);
  }

  @Test
  void aRadiusOfOneIsRefused() {
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> MemoryCurve.of(ring(4, 1), firstUnit(4), 3));
    assertEquals(
        "the spectral radius of W is 1.0: need less than 1, or the state has no covariance",
        error.getMessage());
    var lag =
        assertThrows(
            IllegalArgumentException.class, () -> MemoryCurve.of(ring(4, 0.9), firstUnit(4), -1));
    assertEquals("maxLag is -1: need at least 0", lag.getMessage());
  }
}
