package longrange.probes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import longrange.cells.Activation;
import longrange.cells.Rnn;
import longrange.linalg.Agree;
import longrange.linalg.Matrices;
import longrange.linalg.Sequences;
import longrange.linalg.SpectralNorm;
import longrange.linalg.SpectralRadius;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the source texts say about the product of Jacobians, each against the network that decides
/// it. The recipe of every figure stands in full above its test.
class SourceTextClaimsTest {
  private static final DMatrixRMaj W = Matrices.of(new double[][] {{3, 3}, {-3, -3}});

  /// `h' = tanh(W h + x + (-1.5, 3))`.
  private static final Rnn NILPOTENT = Rnn.fromColumns(W, -1.5, 3);

  private static final DMatrixRMaj ORIGIN = Matrices.row(0, 0);

  /// "‖D‖ ≤ 1 can only help the decay." W² = 0, so the linear network forgets in two steps. With
  /// tanh, no input, from the origin: the gradient grows. The run is chaotic, so decades only; seen
  /// here: 1.0e2 after 10 steps, 1.1e11 after 50, 1.3e24 after 100.
  @Test
  void slopesBelowOneCanRaiseTheProductFromZeroToTenToTheFifteen() {
    assertEquals(0, SpectralRadius.of(W));
    assertEquals(6, SpectralNorm.of(W), 1e-12);
    Rnn linear = NILPOTENT.with(Activation.IDENTITY);
    assertEquals("0", JacobianProbe.of(linear).run(2, ORIGIN).norm(2));

    Jacobians jacobians = JacobianProbe.of(NILPOTENT).run(100, ORIGIN);
    assertTrue(jacobians.log10Norm(100) > 15, jacobians.norm(100));
    assertTrue(jacobians.log10Bound()[100] <= jacobians.log10Power(6)[100]);
    assertEquals(101, Math.pow(10, JacobianProbe.of(NILPOTENT).run(10, ORIGIN).log10Norm(10)), 1);
  }

  /// The same network from 50 starts uniform in (-1,1)², seeds 0 to 49, and from the origin with
  /// noise N(0,0.1²) on each unit, seeds 0 to 49. Seen here: 9e18 to 4e26, and 4e14 to 5e23.
  @Test
  void theGrowthDoesNotHangOnTheStartOrOnSilence() {
    double[] starts =
        sorted(
            50,
            seed -> {
              Random random = new Random(seed);
              double x = random.nextDouble(-1, 1);
              DMatrixRMaj start = Matrices.row(x, random.nextDouble(-1, 1));
              return JacobianProbe.of(NILPOTENT).run(100, start).log10Norm(100);
            });
    assertTrue(starts[0] > 15 && starts[49] < 30, Arrays.toString(starts));
    double[] noisy =
        sorted(
            50,
            seed -> {
              var noise = Sequences.gaussian(100, 1, 2, 0.1, new Random(seed));
              return JacobianProbe.of(NILPOTENT).run(noise, ORIGIN).log10Norm(100);
            });
    assertTrue(noisy[0] > 10 && noisy[49] < 30, Arrays.toString(noisy));
  }

  /// The same network, from the origin, no input, 10,000 steps: `ln ‖J_T‖ / T`. Seen here: 0.541.
  @Test
  void theLyapunovExponentOfTheNilpotentNetworkIsPositive() {
    int steps = 10_000;
    double log10 = JacobianProbe.of(NILPOTENT).run(steps, ORIGIN).log10Norm(steps);
    assertEquals(0.545, log10 * Math.log(10) / steps, 0.02);
  }

  /// The same network, from the origin and from 1e-9 beside it along the first unit. Seen here:
  /// 7.1e-8 at t = 10 and 0.18 at t = 40.
  @Test
  void aSmallDifferenceGrowsUntilItIsAsLargeAsTheStates() {
    var inputs = Sequences.zeros(200, 1, 2);
    double[] distances =
        TwoRuns.of(NILPOTENT, inputs, ORIGIN, Matrices.row(1e-9, 0)).log10Distances();
    assertEquals(-9, distances[0], 1e-9);
    assertEquals(Math.log10(7.1e-8), distances[10], 0.01);
    assertEquals(Math.log10(0.18), distances[40], 0.1);
    // Two states in (-1,1)² are at most √8 apart.
    double farthest = Arrays.stream(distances).max().orElseThrow();
    assertTrue(farthest > -0.5 && farthest <= Math.log10(Math.sqrt(8)), "farthest " + farthest);
  }

  /// The pointwise witness of the Lean formalisation of arXiv:1211.5063: W = [[8,8],[-8,-8]] has W²
  /// = 0, and at the fixed point (0, ½) the slopes are 1 and ¾, so that J² = 2J. The fixed point is
  /// unstable; after 20 steps rounding has left it.
  @Test
  void oneSlopeBelowOneTurnsANilpotentMatrixIntoADoubling() {
    assertEquals(4.549306, 4 + artanh(0.5), 5e-7);
    Rnn rnn = Rnn.fromColumns(Matrices.of(new double[][] {{8, 8}, {-8, -8}}), -4, 4 + artanh(0.5));
    Jacobians jacobians = JacobianProbe.of(rnn).run(10, Matrices.row(0, 0.5));
    for (int k = 1; k <= 10; k++) {
      double expected = jacobians.log10Norm(1) + (k - 1) * Math.log10(2);
      assertEquals(expected, jacobians.log10Norm(k), 1e-6);
    }
    DMatrixRMaj j = rnn.jacobian(ORIGIN, Matrices.row(0, 0.5));
    Agree.within(1e-12, CommonOps_DDRM.add(j, j, null), Matrices.product(j, j));
  }

  /// "∏ D_j W, j from t-k+1 to t": the factors do not commute, and the newest stands on the left. W
  /// = [[0.5,1],[-1,0.25]], h_0 = 0, inputs that make h_1 = (0, √0.5) and h_2 = (√0.8, 0), so that
  /// D_1 = diag(1, 0.5) and D_2 = diag(0.2, 1).
  @Test
  void theNewestStepOfAProductStandsOnTheLeft() {
    DMatrixRMaj w = Matrices.of(new double[][] {{0.5, 1}, {-1, 0.25}});
    double a = Math.sqrt(0.5);
    double b = Math.sqrt(0.8);
    // tanh(W h + x) is the next state: W (0, a) = (a, a/4).
    List<DMatrixRMaj> inputs =
        List.of(Matrices.row(0, artanh(a)), Matrices.row(artanh(b) - a, -a / 4));
    DMatrixRMaj truth =
        JacobianProbe.of(Rnn.fromColumns(w)).run(inputs, ORIGIN).matrix(2).toMatrix();
    Agree.within(1e-14, Matrices.of(new double[][] {{-0.05, 0.125}, {-0.625, -0.96875}}), truth);
    DMatrixRMaj d1 = Matrices.diagonal(1, 0.5);
    DMatrixRMaj d2 = Matrices.diagonal(0.2, 1);
    Agree.within(1e-14, Matrices.product(d2, w, d1, w), truth);
    DMatrixRMaj ascending = Matrices.of(new double[][] {{-0.95, 0.35}, {-0.175, -0.06875}});
    Agree.within(1e-14, ascending, Matrices.product(d1, w, d2, w));
    DMatrixRMaj wt = CommonOps_DDRM.transpose(w, null);
    DMatrixRMaj transposed = Matrices.of(new double[][] {{-0.05, -0.625}, {0.125, -0.96875}});
    Agree.within(1e-14, transposed, Matrices.product(wt, d1, wt, d2));
  }

  private static double artanh(double h) {
    return Math.log((1 + h) / (1 - h)) / 2;
  }

  /// "r = ‖W‖, largest singular value or spectral radius": they are 10.02 and 0.5 here.
  @Test
  void theNormIsNotTheSpectralRadius() {
    DMatrixRMaj w = Matrices.of(new double[][] {{0.5, 10}, {0, 0.5}});
    assertEquals(0.5, SpectralRadius.of(w), 1e-13);
    // The singular values a, b have a·b = ¼ and a² + b² = 100.5.
    assertEquals((Math.sqrt(101) + 10) / 2, SpectralNorm.of(w), 1e-12);
    assertEquals(10.02, SpectralNorm.of(w), 0.01);
  }

  /// "The Jacobian over k steps goes like rᵏ." Linear network, W = [[0.9,5],[0,0.9]]: the norm
  /// rises to 19.4 at k = 9, and is 0.0148 at k = 100, where the bound says 1.7e71.
  @Test
  void theTruthFollowsNeitherTheBoundNorTheRadiusAtOnce() {
    Rnn linear =
        Rnn.fromColumns(Matrices.of(new double[][] {{0.9, 5}, {0, 0.9}})).with(Activation.IDENTITY);
    Jacobians jacobians = JacobianProbe.of(linear).run(100, ORIGIN);
    double[] norms = jacobians.log10Norms();
    int peak = IntStream.range(0, 101).reduce((a, b) -> norms[b] > norms[a] ? b : a).orElseThrow();
    assertEquals(9, peak);
    assertEquals(5.16, Math.pow(10, norms[1]), 0.005);
    assertEquals(19.4, Math.pow(10, norms[9]), 0.05);
    assertEquals(0.0148, Math.pow(10, norms[100]), 0.00005);
    assertEquals("1.7e+71", Decades.text(jacobians.log10Bound()[100]));
    assertEquals("2.7e-05", Decades.text(jacobians.log10Power(0.9)[100]));
  }

  /// "r < 1 vanishes": true of the norm, here 0.9 (orthogonal W times 0.9, n = 8, unit noise, ten
  /// seeds).
  @Test
  void aNormBelowOneMakesEveryRunVanish() {
    for (int seed = 0; seed < 10; seed++) {
      Random random = new Random(seed);
      DMatrixRMaj w = Matrices.orthogonal(8, random);
      CommonOps_DDRM.scale(0.9, w);
      Jacobians jacobians =
          JacobianProbe.of(Rnn.fromColumns(w))
              .run(Sequences.gaussian(100, 1, 8, 1, random), Matrices.gaussian(1, 8, 1, random));
      double[] line = jacobians.log10Power(0.9);
      for (int k = 0; k <= 100; k++) {
        assertTrue(jacobians.log10Norm(k) <= line[k] + 1e-9, "seed " + seed + ", lag " + k);
      }
    }
  }

  /// "r > 1 explodes." One tanh unit, w = 2, no input, from h = 1: it comes to rest at 0.95750,
  /// where the slope of a step is 0.16637.
  @Test
  void aWeightOfTwoVanishes() {
    Jacobians jacobians =
        JacobianProbe.of(Rnn.fromColumns(Matrices.row(2))).run(100, Matrices.row(1));
    assertEquals(0.95750, jacobians.states().getLast().get(0), 5e-6);
    assertEquals(0.16637, jacobians.step(1).get(0), 5e-6);
    assertEquals(50 * Math.log10(0.166372), jacobians.log10Norm(50), 1e-4);
  }

  /// The gain sweep. W Gaussian with deviation g/√128, h₀ ~ N(0,1), input N(0,s²) on each unit (U =
  /// I), no bias, tanh, 100 steps; `‖J_100‖`, the median of nine seeds. For each seed one `new
  /// Random(seed)` draws W, h₀, then the inputs. Seen here, median, and the range in brackets:
  ///
  /// | s | g = 1 | g = 1.2 | g = 1.5 |
  /// |---|---|---|---|
  /// | 0 | 1.1 [0.013, 4.3] | 5.6 [0.80, 44] | 710 [350, 7800] |
  /// | 0.3 | 1.0e-7 [6.0e-8, 1.4e-6] | 3.3e-3 [9.3e-4, 0.010] | 68 [11, 680] |
  /// | 1 | 2.6e-20 | 8.3e-14 | 1.7e-6 [4.5e-7, 7.4e-6] |
  ///
  /// A median of nine scatters by a third of a decade; the test allows one decade.
  @ParameterizedTest(name = "gain {1}, input of deviation {0}: about 10^{2}")
  @CsvSource({
    "0, 1.0, 0.2",
    "0, 1.2, 0.85",
    "0, 1.5, 2.95",
    "0.3, 1.0, -6.7",
    "0.3, 1.2, -2.3",
    "0.3, 1.5, 1.85",
    "1, 1.5, -5.7"
  })
  void inputMovesTheTransitionOfTheGainUp(double deviation, double gain, double log10Median) {
    double[] norms =
        sorted(
            9,
            seed -> {
              Random random = new Random(seed);
              DMatrixRMaj w = Matrices.gaussian(128, 128, gain / Math.sqrt(128), random);
              DMatrixRMaj h0 = Matrices.gaussian(1, 128, 1, random);
              var inputs = Sequences.gaussian(100, 1, 128, deviation, random);
              return JacobianProbe.of(Rnn.fromColumns(w)).run(inputs, h0).log10Norm(100);
            });
    assertEquals(log10Median, norms[4], 1);
  }

  /// "A single matrix cannot sit at r = 1 for every direction at once": an orthogonal one does.
  /// What leaves 1 is the slope of tanh. Orthogonal W of 32 units, from 0, 100 steps, input N(0,s²)
  /// on each unit: U = I, or U Gaussian with deviation 1. For each seed one `new Random(seed)`
  /// draws W, U, then the inputs; the median of nine. Seen here, U = I: 0.74, 5.4e-3, 6.2e-12;
  /// Gaussian U: 0.062, 3.1e-13, 1.6e-39.
  @ParameterizedTest(name = "input of deviation {0}: 10^{1} with U = I, 10^{2} with Gaussian U")
  @CsvSource({"0.01, -0.13, -1.2", "0.1, -2.3, -12.5", "0.5, -11.2, -39"})
  void anOrthogonalMatrixKeepsEveryDirectionAndTanhDoesNot(
      double deviation, double ownInput, double mixedInput) {
    assertEquals(ownInput, orthogonalMedian(deviation, false), 0.5);
    // 32 Gaussian inputs on each unit: larger pre-activations, and more scatter.
    assertEquals(mixedInput, orthogonalMedian(deviation, true), deviation < 0.5 ? 0.7 : 2);
  }

  private static double orthogonalMedian(double deviation, boolean mixed) {
    return sorted(
        9,
        seed -> {
          Random random = new Random(seed);
          DMatrixRMaj w = Matrices.orthogonal(32, random);
          DMatrixRMaj u = Matrices.gaussian(32, 32, 1, random);
          Rnn rnn = mixed ? Rnn.fromColumns(w, u, new double[32]) : Rnn.fromColumns(w);
          var inputs = Sequences.gaussian(100, 1, 32, deviation, random);
          return JacobianProbe.of(rnn).run(inputs, new DMatrixRMaj(1, 32)).log10Norm(100);
        })[4];
  }

  @Test
  void aLinearOrthogonalNetworkHasNormOneAtEveryLag() {
    Rnn linear = Rnn.fromColumns(Matrices.orthogonal(32, new Random(1))).with(Activation.IDENTITY);
    double[] norms = JacobianProbe.of(linear).run(500, new DMatrixRMaj(1, 32)).log10Norms();
    assertTrue(Arrays.stream(norms).allMatch(log10 -> Math.abs(log10) < 1e-9));
  }

  /// One unit h' = 10 h from 1 and from 2: after 400 steps both are infinite, and their difference
  /// is no number. It is not 0.
  @Test
  void twoRunsThatHaveBothExplodedAreNotTheSame() {
    Rnn linear = Rnn.fromColumns(Matrices.row(10)).with(Activation.IDENTITY);
    double[] distances =
        TwoRuns.of(linear, Sequences.zeros(400, 1, 1), Matrices.row(1), Matrices.row(1))
            .log10Distances();
    assertEquals(300, distances[300], 1e-9);
    assertEquals(Double.NaN, distances[400]);
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> TwoRuns.of(linear, List.of(), Matrices.row(1), Matrices.row(1, 1)));
    assertEquals("the difference is (1,2): need (1,1)", error.getMessage());
  }

  /// "Norms consistently above 1 explode": each factor has norm 2, their product is 0.
  @Test
  void twoFactorsOfNormTwoCanHaveProductZero() {
    DMatrixRMaj first = CommonOps_DDRM.diag(2, 0);
    DMatrixRMaj second = CommonOps_DDRM.diag(0, 2);
    assertEquals(List.of(2.0, 2.0), List.of(SpectralNorm.of(first), SpectralNorm.of(second)));
    assertEquals(0, SpectralNorm.of(CommonOps_DDRM.mult(first, second, null)));
  }

  /// "0.90⁹⁹ ≈ 2.65e-5": that is 0.9¹⁰⁰, and it rounds to 2.66. One linear unit, w = 0.9.
  @Test
  void ninetyNineStepsAtNinePerTenLeaveTwoPointNineFive() {
    Rnn linear = Rnn.fromColumns(Matrices.row(0.9)).with(Activation.IDENTITY);
    Jacobians jacobians = JacobianProbe.of(linear).run(499, Matrices.row(0));
    assertEquals(2.9513e-5, Math.pow(10, jacobians.log10Norm(99)), 5e-10);
    assertEquals(2.6561e-5, Math.pow(10, jacobians.log10Norm(100)), 5e-10);
    assertEquals(1.469e-23, Math.pow(10, jacobians.log10Norm(499)), 5e-27);
  }

  /// The figures of all seeds from 0 on, in ascending order; seeds run side by side.
  private static double[] sorted(int seeds, IntToDoubleFunction figure) {
    return IntStream.range(0, seeds).parallel().mapToDouble(figure).sorted().toArray();
  }
}
