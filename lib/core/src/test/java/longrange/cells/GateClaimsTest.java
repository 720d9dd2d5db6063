package longrange.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import longrange.autodiff.GradientCheck;
import longrange.autodiff.MeanSquare;
import longrange.autodiff.Tape;
import longrange.autodiff.Var;
import longrange.linalg.Agree;
import longrange.linalg.Matrices;
import longrange.linalg.ScaledMatrix;
import longrange.linalg.Sequences;
import longrange.linalg.SpectralNorm;
import longrange.linalg.SpectralRadius;
import longrange.probes.JacobianProbe;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.SingularOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What the source texts say about gates, and about what cells cost, each against the network that
/// decides it. The recipe of every figure stands in full above its test.
class GateClaimsTest {
  private static final int D = 4;
  private static final int H = 16;
  private static final int T = 100;

  /// "∂c_T/∂c_0 = ∏f_t": that is the direct path. LSTM of 16 units, 4 inputs N(0,1), weights
  /// U(±1/4), biases 0 but for the forget gate, from the zero state, one `new Random(seed)` for
  /// weights, then inputs; `‖∂c_100/∂c_0‖`, 40 seeds. Seen here, median [10 %, 90 %]:
  ///
  /// | forget bias | total | direct |
  /// |---|---|---|
  /// | 0 | 2.1e-21 [1.4e-22, 5.1e-19] | 3.2e-30 |
  /// | 1 | 6.9e-8 [1.2e-8, 3.5e-6] | 4.9e-14 |
  /// | 5 | 100 [33, 440] | 0.61 |
  ///
  /// With a bias of 5 every gate is below 1, and the gradient grows: gates cure vanishing, not
  /// exploding. Over five groups of 40 seeds the last median was between 62 and 100. The test takes
  /// the first 15 seeds.
  @ParameterizedTest(name = "forget bias {0}: 10^{1} in all, 10^{2} along the direct path")
  @CsvSource({"0, -20.7, -29.5", "1, -7.2, -13.3", "5, 1.9, -0.2"})
  void theProductOfForgetGatesIsNotTheDerivative(double bias, double total, double direct) {
    assertEquals(total, median(15, seed -> lstm(seed, bias, Paths.TOTAL)), 0.7);
    assertEquals(direct, median(15, seed -> lstm(seed, bias, Paths.DIRECT)), 0.3);
  }

  private static ScaledMatrix lstm(long seed, double bias, Paths paths) {
    Random random = new Random(seed);
    Lstm lstm = Lstm.seeded(D, H, random).withForgetBias(bias).along(paths);
    ScaledMatrix all = jacobian(lstm, random);
    DMatrixRMaj memory = CommonOps_DDRM.extract(all.mantissa(), H, 2 * H, H, 2 * H);
    return ScaledMatrix.of(memory, all.exponent());
  }

  /// "The GRU's path is scaled by (1 - z)": that is the direct path. The recipe of the LSTM above,
  /// with z that replaces and biases 0 but for the update gate. Seen here, medians of 40 seeds:
  /// 1.1e-20 against 3.1e-30 with bias 0, and 0.033 against 0.0083 with bias -3; the place of the
  /// reset gate changes none of these by more than a fifth. The test takes the first nine seeds.
  @ParameterizedTest
  @EnumSource(Gru.Reset.class)
  void theShareThatIsKeptIsNotTheDerivative(Gru.Reset reset) {
    assertEquals(-20, median(9, seed -> gru(seed, 0, reset, Paths.TOTAL)), 0.5);
    assertEquals(-29.5, median(9, seed -> gru(seed, 0, reset, Paths.DIRECT)), 0.5);
    assertEquals(Math.log10(0.033), median(9, seed -> gru(seed, -3, reset, Paths.TOTAL)), 0.05);
    assertEquals(Math.log10(0.0083), median(9, seed -> gru(seed, -3, reset, Paths.DIRECT)), 0.05);
  }

  private static ScaledMatrix gru(long seed, double bias, Gru.Reset reset, Paths paths) {
    Random random = new Random(seed);
    Gru gru = Gru.seeded(D, H, Gru.Update.Z_REPLACES, reset, random).withUpdateBias(bias);
    return jacobian(gru.along(paths), random);
  }

  private static ScaledMatrix jacobian(Cell cell, Random random) {
    DMatrixRMaj zero = new DMatrixRMaj(1, cell.stateSize());
    return JacobianProbe.of(cell).run(Sequences.gaussian(T, 1, D, 1, random), zero).matrix(T);
  }

  /// The median of `log₁₀` of the norms, seeds from 0 on, side by side.
  private static double median(int seeds, LongFunction<ScaledMatrix> jacobian) {
    return LongStream.range(0, seeds)
        .parallel()
        .mapToDouble(seed -> SpectralNorm.log10(jacobian.apply(seed)))
        .sorted()
        .toArray()[seeds / 2];
  }

  /// "Even if not exactly 1, the decay is much more graceful." One unit, all weights 0: its forget
  /// gate is σ(bias) at every step. The default 0.5 leaves less after 99 steps than ρ = 0.9; 0.99
  /// needs ln 99, which is a time scale of 100; a half-life of 100 needs more.
  @ParameterizedTest(name = "a forget bias of {0} leaves {2} after {1} steps")
  @CsvSource({
    "0, 99, 1.58e-30",
    "1, 99, 3.4e-14",
    "4.59512, 99, 0.36973",
    "4.59512, 499, 6.64e-3",
    "4.59512, 69, 0.49984",
    "4.96822, 100, 0.5"
  })
  void aForgetBiasSetsATimeScale(double bias, int lag, double left) {
    DMatrixRMaj none = new DMatrixRMaj(0, 4);
    var lstm = new Lstm(none, new DMatrixRMaj(1, 4), new DMatrixRMaj(1, 4), Paths.TOTAL);
    var run = JacobianProbe.of(lstm.withForgetBias(bias)).run(lag, Matrices.row(0, 1));
    assertEquals(left, run.matrix(lag).toMatrix().get(1, 1), 0.01 * left);
  }

  /// "GRU: .95⁹⁹ ≈ .0059": that is .95¹⁰⁰. One unit, all weights 0, z = 0.05 replaces. And "the
  /// LSTM in particular": with 0.99 for both they would be the same.
  @Test
  void ninetyNineStepsAtNinetyFivePercentLeaveSixPointTwoPerMille() {
    assertEquals(0.006232, kept(0.95, 99), 5e-7);
    assertEquals(0.0059205, kept(0.95, 100), 5e-8);
    assertEquals(7.66e-12, kept(0.95, 499), 5e-14);
    assertEquals(0.36973, kept(0.99, 99), 5e-6);
    double plain = Math.pow(0.9, 99);
    assertEquals(12_528, kept(0.99, 99) / plain, 0.5);
    assertEquals(211, kept(0.95, 99) / plain, 0.5);
  }

  private static double kept(double share, int lag) {
    DMatrixRMaj b = Matrices.row(0, Math.log((1 - share) / share), 0);
    DMatrixRMaj one = new DMatrixRMaj(1, 1);
    var gru =
        new Gru(
            new DMatrixRMaj(0, 3),
            new DMatrixRMaj(1, 2),
            one,
            b,
            Gru.Update.Z_REPLACES,
            Gru.Reset.BEFORE_PRODUCT,
            Paths.TOTAL);
    return JacobianProbe.of(gru).run(lag, Matrices.row(1)).matrix(lag).toMatrix().get(0);
  }

  /// "f̄ᴸ for the average f̄": right for the geometric mean. A unit whose forget gate is its input,
  /// σ(x): open for 99 steps and 0.01 in one. The mean gate is 0.9901, its power 0.37, the product
  /// 0.01.
  @Test
  void oneClosedGateForgetsWhateverTheMeanSays() {
    DMatrixRMaj gateIsInput = Matrices.row(0, 1, 0, 0);
    var lstm = new Lstm(gateIsInput, new DMatrixRMaj(1, 4), new DMatrixRMaj(1, 4), Paths.TOTAL);
    List<DMatrixRMaj> inputs = new ArrayList<>();
    for (int t = 0; t < 100; t++) {
      inputs.add(Matrices.row(t == 50 ? -Math.log(99) : 50));
    }
    double mean =
        inputs.stream().mapToDouble(x -> Activation.SIGMOID.at(x.get(0))).average().orElseThrow();
    assertEquals(0.9901, mean, 1e-12);
    assertEquals(0.370, Math.pow(mean, 100), 5e-4);
    var jacobian = JacobianProbe.of(lstm).run(inputs, Matrices.row(0, 1)).matrix(100);
    assertEquals(0.01, jacobian.toMatrix().get(1, 1), 1e-12);
  }

  /// "LSTM and GRU have about four times the parameters": the LSTM four, the GRU three; with a
  /// readout of 50 classes 3.15 and 2.44. 64 inputs, 64 units, one bias a gate.
  @Test
  void anLstmHasFourTimesTheParametersAndAGruThreeTimes() {
    int rnn = Rnn.seeded(64, 64, new Random(1)).parameterCount();
    int gru = gru64().parameterCount();
    int lstm = Lstm.seeded(64, 64, new Random(1)).parameterCount();
    assertEquals(List.of(8_256, 24_768, 33_024), List.of(rnn, gru, lstm));
    assertEquals(List.of(3 * rnn, 4 * rnn), List.of(gru, lstm));
    // PyTorch has a second bias for the recurrent part of each gate.
    assertEquals(List.of(8_320, 24_960, 33_280), List.of(rnn + 64, gru + 3 * 64, lstm + 4 * 64));
    double readout = 64 * 50 + 50;
    assertEquals(3.15, (lstm + readout) / (rnn + readout), 0.005);
    assertEquals(2.44, (gru + readout) / (rnn + readout), 0.005);
  }

  /// d = 5 inputs, n = 7 units; a bias for each unit of each block.
  @Test
  void parametersFollowTheirFormulas() {
    var r = new Random(1);
    assertEquals(7 * (5 + 7 + 1), Rnn.uniform(5, 7, r).parameterCount());
    assertEquals(7 * (5 + 7 + 1), Rnn.identity(5, 7, r).parameterCount());
    assertEquals(7 * (5 + 2 * 7 + 1), SkipRnn.seeded(5, 7, 3, r).parameterCount());
    assertEquals(7 * (5 + 2 + 1) + 2 * (7 + 1), Jordan.seeded(5, 7, 2, r).parameterCount());
    assertEquals(7 * (5 + 7 + 1 + 1), LayerNormRnn.seeded(5, 7, r).parameterCount());
    assertEquals(4 * 7 * (5 + 7 + 1), Lstm.seeded(5, 7, r).parameterCount());
    assertEquals(3 * 7 * (5 + 7 + 1), CarouselLstm.seeded(5, 7, r).parameterCount());
    Stacked stacked = Stacked.of(Lstm.seeded(5, 7, r), Rnn.uniform(7, 3, r));
    assertEquals(4 * 7 * (5 + 7 + 1) + 3 * (7 + 3 + 1), stacked.parameterCount());
    assertEquals(4 * 7 * (5 + 7) + 3 * (7 + 3), stacked.multiplications());
    for (Gru.Update update : Gru.Update.values()) {
      for (Gru.Reset reset : Gru.Reset.values()) {
        Gru gru = Gru.seeded(5, 7, update, reset, r);
        assertEquals(3 * 7 * (5 + 7 + 1), gru.parameterCount());
        assertEquals(3 * 7 * (5 + 7), gru.multiplications());
      }
    }
  }

  /// One step for one sequence: n(d + n) for each block of n columns.
  @Test
  void multiplicationsFollowTheirFormulas() {
    assertEquals(64 * 128, Rnn.seeded(64, 64, new Random(1)).multiplications());
    assertEquals(3 * 64 * 128, gru64().multiplications());
    assertEquals(4 * 64 * 128, Lstm.seeded(64, 64, new Random(1)).multiplications());
    assertEquals(3 * 64 * 128, CarouselLstm.seeded(64, 64, new Random(1)).multiplications());
    assertEquals(7 * (5 + 2 * 7), SkipRnn.seeded(5, 7, 3, new Random(1)).multiplications());
    assertEquals(7 * (5 + 2) + 7 * 2, Jordan.seeded(5, 7, 2, new Random(1)).multiplications());
    assertEquals(7 * (5 + 7), LayerNormRnn.seeded(5, 7, new Random(1)).multiplications());
  }

  /// "Worse FLOPs": with projections, attention over n inputs of d columns takes `4nd² + 2n²d`, an
  /// RNN of d units `2nd²`, an LSTM `8nd²`. So it never undercuts the RNN, and the LSTM only for n
  /// < 2d.
  @Test
  void attentionUndercutsAnLstmOnlyOnSequencesShorterThanTwiceItsWidth() {
    int d = 512;
    long rnn = 100 * Rnn.seeded(d, d, new Random(1)).multiplications();
    long lstm = 100 * Lstm.seeded(d, d, new Random(1)).multiplications();
    assertEquals(List.of(52_428_800L, 209_715_200L), List.of(rnn, lstm));
    assertEquals(115_097_600L, attention(100, d));
    assertTrue(rnn < attention(100, d) && attention(100, d) < lstm);
    assertEquals(8L * 2 * d * d * d, attention(2L * d, d));
  }

  private static long attention(long n, long d) {
    return 4 * n * d * d + 2 * n * n * d;
  }

  /// "The highway through the cell state is the entire difference": a GRU has no cell state. What
  /// it remembers is what others read.
  @Test
  void aGruHasNoCellState() {
    assertEquals(gru64().outputSize(), gru64().stateSize());
    Lstm lstm = Lstm.seeded(64, 64, new Random(1));
    assertEquals(2 * lstm.outputSize(), lstm.stateSize());
  }

  /// Pascanu et al. (2013) write `x' = W σ(x) + b` and, in their equation 5, the factor `Wᵀ
  /// diag(σ')`: it is `W diag(σ')`. Their x is what we call a pre-activation, so that D stands on
  /// the right.
  @Test
  void theFactorOfPascanusEquationFiveIsTransposed() {
    DMatrixRMaj w = Matrices.of(new double[][] {{0.5, 1}, {-1, 0.25}});
    DMatrixRMaj x = Matrices.row(0.3, -0.8);
    DMatrixRMaj slopes =
        Matrices.diagonal(1 - Math.pow(Math.tanh(0.3), 2), 1 - Math.pow(Math.tanh(-0.8), 2));
    DMatrixRMaj differences =
        GradientCheck.jacobian(
            s -> {
              DMatrixRMaj active = CommonOps_DDRM.apply(s, Math::tanh, null);
              return CommonOps_DDRM.multTransB(active, w, null);
            },
            x);
    Agree.within(1e-9, Matrices.product(w, slopes), differences);
    DMatrixRMaj printed = Matrices.product(CommonOps_DDRM.transpose(w, null), slopes);
    DMatrixRMaj apart = CommonOps_DDRM.subtract(printed, differences, null);
    assertTrue(CommonOps_DDRM.elementMaxAbs(apart) > 0.5);
  }

  private static Gru gru64() {
    var random = new Random(1);
    return Gru.seeded(64, 64, Gru.Update.Z_KEEPS, Gru.Reset.AFTER_PRODUCT, random);
  }

  /// "Orthogonal, meaning its spectral norm is exactly 1", and "keeps eigenvalues at 1": all its
  /// singular values are 1, and its eigenvalues have modulus 1; diag(1,0) has norm 1, too.
  @Test
  void anOrthogonalMatrixHasEverySingularValueOne() {
    assertEquals(1, SpectralNorm.of(Matrices.diagonal(1, 0)), 1e-15);
    DMatrixRMaj w = Rnn.seeded(4, 32, new Random(1)).wh();
    assertTrue(
        Arrays.stream(SingularOps_DDRM.singularValues(w)).allMatch(v -> Math.abs(v - 1) < 1e-13));
    DMatrixRMaj quarterTurn = Matrices.of(new double[][] {{0, -1}, {1, 0}});
    assertEquals(1, SpectralRadius.of(quarterTurn), 1e-15);
    assertEquals(0, quarterTurn.get(0, 0) + quarterTurn.get(1, 1)); // the eigenvalues i and -i
  }

  /// "With orthogonal W the norm is governed by φ' alone": it is the largest slope. So saturation
  /// must reach all units: with 31 of 32 driven to ±1, the norm of one step is still 1.
  @Test
  void oneUnsaturatedUnitKeepsTheNormOfAnOrthogonalStepAtOne() {
    Rnn rnn = Rnn.seeded(32, 32, new Random(2));
    DMatrixRMaj pushes = rnn.wx();
    CommonOps_DDRM.setIdentity(pushes);
    DMatrixRMaj x = new DMatrixRMaj(1, 32);
    CommonOps_DDRM.fill(x, 20);
    x.set(7, 0);
    DMatrixRMaj h = new DMatrixRMaj(1, 32);
    assertEquals(1, SpectralNorm.of(rnn.jacobian(x, h)), 1e-13);
    x.set(7, 0.8);
    double slope = 1 - Math.pow(Math.tanh(0.8), 2);
    assertEquals(slope, SpectralNorm.of(rnn.jacobian(x, h)), 1e-13);
  }

  /// "The largest eigenvalue of each Jacobian decides." [[0,2],[0,0]] and its transpose have only
  /// the eigenvalue 0, and their product has 4; diag(2,0) and diag(0,2) have 2, and their product
  /// is 0.
  @Test
  void theEigenvaluesOfFactorsSayNothingOfTheirProduct() {
    DMatrixRMaj up = Matrices.of(new double[][] {{0, 2}, {0, 0}});
    DMatrixRMaj down = CommonOps_DDRM.transpose(up, null);
    assertEquals(0, SpectralRadius.of(up));
    assertEquals(0, SpectralRadius.of(down));
    assertEquals(4, SpectralRadius.of(Matrices.product(up, down)), 1e-12);
    DMatrixRMaj left = Matrices.diagonal(2, 0);
    DMatrixRMaj right = Matrices.diagonal(0, 2);
    assertEquals(2, SpectralRadius.of(left), 1e-12);
    assertEquals(2, SpectralRadius.of(right), 1e-12);
    assertEquals(0, SpectralRadius.of(Matrices.product(left, right)));
  }

  /// "The gradient of W is the sum over positions": as if each step had a W of its own.
  @Test
  void theGradientOfSharedWeightsIsTheSumOverPositions() {
    Random random = new Random(3);
    Rnn rnn = Rnn.seeded(2, 3, random);
    List<DMatrixRMaj> inputs = Sequences.gaussian(5, 1, 2, 1, random);
    DMatrixRMaj shared = gradientsOfW(inputs, IntStream.range(0, 5).mapToObj(t -> rnn).toList());
    DMatrixRMaj sum =
        gradientsOfW(
            inputs,
            IntStream.range(0, 5)
                .mapToObj(t -> new Rnn(rnn.wx(), rnn.wh().copy(), rnn.b(), rnn.phi()))
                .toList());
    Agree.within(1e-15, sum, shared);
  }

  /// The sum of the gradients of all different matrices W.
  private static DMatrixRMaj gradientsOfW(List<DMatrixRMaj> inputs, List<Rnn> steps) {
    Tape tape = Tape.training();
    Var h = tape.constant(new DMatrixRMaj(1, 3));
    for (int t = 0; t < steps.size(); t++) {
      h = steps.get(t).step(tape.constant(inputs.get(t)), h);
    }
    tape.backward(MeanSquare.of(h));
    Set<DMatrixRMaj> different = Collections.newSetFromMap(new IdentityHashMap<>());
    steps.forEach(step -> different.add(step.wh()));
    DMatrixRMaj sum = new DMatrixRMaj(3, 3);
    different.forEach(w -> CommonOps_DDRM.addEquals(sum, tape.parameter(w).adjoint()));
    return sum;
  }
}
