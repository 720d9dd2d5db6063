package longrange.probes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import longrange.autodiff.MeanSquare;
import longrange.autodiff.Tape;
import longrange.autodiff.Var;
import longrange.cells.Activation;
import longrange.cells.Lstm;
import longrange.cells.Paths;
import longrange.cells.Rnn;
import longrange.linalg.Agree;
import longrange.linalg.Matrices;
import longrange.linalg.Ridge;
import longrange.linalg.Sequences;
import longrange.tasks.AgreementSentence;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

/// What the source texts say about storing, and about sums over time, each against the network that
/// decides it. The recipe of every figure stands in full above its test.
class StorageClaimsTest {
  /// `h' = tanh(2h - u)`: with u = 0 it rests at ±0.9575.
  private static final Rnn LATCH =
      new Rnn(Matrices.row(-1), Matrices.row(2), Matrices.row(0), Activation.TANH);

  /// "Forward decay and backward decay, two reasons", and "the signal has to decay": of the
  /// gradient it is right, 0.1664^k; the bit stays, 1.9 apart for as long as one likes, and noise
  /// N(0,0.1²) on every step does not change its sign.
  @Test
  void aLatchedBitIsKeptWhileItsGradientIsGone() {
    var silence = Sequences.zeros(1000, 1, 1);
    var apart = TwoRuns.of(LATCH, silence, Matrices.row(-1), Matrices.row(2)).log10Distances();
    assertEquals(Math.log10(2 * 0.95750), apart[1000], 1e-5);
    Jacobians jacobians = JacobianProbe.of(LATCH).run(50, Matrices.row(1));
    assertEquals(-39.0, jacobians.log10Norm(50), 0.1);
    for (int sign : new int[] {-1, 1}) {
      var noise = Sequences.gaussian(1000, 1, 1, 0.1, new Random(1));
      List<DMatrixRMaj> states = LATCH.states(noise, Matrices.row(sign));
      assertTrue(states.stream().allMatch(h -> sign * h.get(0) > 0.8), "sign " + sign);
    }
  }

  /// The same unit under a constant push u: it flips at exactly `u* = √2 - artanh √½`, where the
  /// resting point and the slope 1 meet. Just below it stays.
  @Test
  void aConstantPushFlipsTheBitAtOnePoint() {
    double root = Math.sqrt(0.5);
    double critical = Math.sqrt(2) - Math.log((1 + root) / (1 - root)) / 2;
    assertEquals(0.53284, critical, 5e-6);
    assertTrue(pushed(critical - 1e-5) > 0.7);
    assertTrue(pushed(critical + 1e-5) < -0.9);
  }

  private static double pushed(double u) {
    List<DMatrixRMaj> push = IntStream.range(0, 5000).mapToObj(t -> Matrices.row(u)).toList();
    return LATCH.states(push, Matrices.row(0.9575)).getLast().get(0);
  }

  /// "A finite vector cannot losslessly store arbitrarily much", "independent of the decay". One
  /// linear unit, `h' = h/4 + (2b+1)/4`: exact numbers would hold bits without end; a double gives
  /// every one of 20,000 random patterns of 26 bits back, and of 27 bits loses a quarter. And its
  /// Jacobian is 4⁻ᵏ: what has decayed is not forgotten.
  @Test
  void oneDoubleHoldsTwentySixBitsThoughItsGradientFallsByFour() {
    Rnn packing = new Rnn(Matrices.row(0.5), Matrices.row(0.25), Matrices.row(0.25), IDENTITY);
    assertEquals(0, lost(packing, 26));
    assertEquals(0.25, lost(packing, 27), 4 * Math.sqrt(0.25 * 0.75 / 20_000));
    DMatrixRMaj jacobian = JacobianProbe.of(packing).run(26, Matrices.row(0)).matrix(26).toMatrix();
    assertEquals(Math.pow(4, -26), jacobian.get(0));
    // 128 units of 32 bits, and words of log₂ 50,257 bits, all as likely.
    assertEquals(262, (int) (128 * 32 / (Math.log(50_257) / Math.log(2))));
  }

  private static final Activation IDENTITY = Activation.IDENTITY;

  /// The share of patterns that do not come back.
  private static double lost(Rnn packing, int bits) {
    Random random = new Random(3);
    List<DMatrixRMaj> inputs = new ArrayList<>();
    for (int t = 0; t < bits; t++) {
      DMatrixRMaj x = new DMatrixRMaj(20_000, 1);
      for (int row = 0; row < 20_000; row++) {
        x.set(row, 0, random.nextInt(2));
      }
      inputs.add(x);
    }
    DMatrixRMaj h = packing.states(inputs, new DMatrixRMaj(20_000, 1)).getLast();
    int wrong = 0;
    for (int row = 0; row < 20_000; row++) {
      boolean right = true;
      double rest = h.get(row);
      for (DMatrixRMaj x : inputs.reversed()) {
        int bit = rest >= 0.5 ? 1 : 0;
        right &= bit == x.get(row, 0);
        rest = 4 * rest - (2 * bit + 1);
      }
      wrong += right ? 0 : 1;
    }
    return wrong / 20_000.0;
  }

  /// "Number is long gone by the verb", by 0.8³⁰. From *cat* to *was* are seven words, but the
  /// state that predicts *was* is six steps after the one that has read *cat*: 0.262 is left, not
  /// 0.001.
  @Test
  void theVerbOfTheExampleIsSixStepsFromItsNoun() {
    List<String> words = List.of("the cat that the dog chased all afternoon was".split(" ", -1));
    int span = words.indexOf("was") - words.indexOf("cat");
    assertEquals(7, span);
    Rnn linear = Rnn.fromColumns(Matrices.row(0.8)).with(Activation.IDENTITY);
    Jacobians jacobians = JacobianProbe.of(linear).run(30, Matrices.row(0));
    assertEquals(0.262144, jacobians.matrix(span - 1).toMatrix().get(0), 1e-15);
    assertEquals(0.0012379, jacobians.matrix(30).toMatrix().get(0), 5e-8);
  }

  /// "Will systematically get them wrong, no matter how much data", of a memory that fades like
  /// 0.8^k: what is left of a bit after 30 steps is ±0.0012379, and a readout with a large weight,
  /// fitted to both bits, gives them back exactly. Noise would hide it; fading alone does not.
  @Test
  void aFadedTraceIsReadByALargeWeight() {
    Rnn linear = Rnn.fromColumns(Matrices.row(0.8)).with(IDENTITY);
    DMatrixRMaj bits = Matrices.column(-1, 1);
    DMatrixRMaj traces = linear.states(Sequences.zeros(30, 2, 1), bits).getLast();
    assertEquals(0.0012379, traces.get(1), 5e-8);
    DMatrixRMaj weight = Ridge.fit(traces, bits, 0);
    assertEquals(807.8, weight.get(0), 0.05);
    Agree.within(1e-12, bits, Matrices.product(traces, weight));
  }

  /// "The cat that the dog chased … was tired" needs memory of *cat*: *dog* is singular, too, so
  /// the nearest noun says the same. With *cats* it does not.
  @Test
  void anExampleWithoutAnAttractorNeedsNoMemory() {
    assertTrue(relative("the cat that the dog sees is old").nearestNounAgrees());
    AgreementSentence attracted = relative("the cats that the dog sees are old");
    assertFalse(attracted.nearestNounAgrees());
    assertEquals(1, attracted.attractors());
  }

  private static AgreementSentence relative(String text) {
    return new AgreementSentence(List.of((". " + text + " .").split(" ", -1)), 2, 7);
  }

  /// "∂L/∂h_t = ∂L/∂h_{t+1} · ∂h_{t+1}/∂h_t" holds when the loss is at the end. With one at every
  /// time its own term comes on top.
  @Test
  void aLossAtEveryTimeAddsItsOwnTerm() {
    Random random = new Random(5);
    Rnn rnn = Rnn.seeded(2, 3, random);
    List<DMatrixRMaj> inputs = Sequences.gaussian(4, 1, 2, 1, random);
    Tape tape = Tape.frozen();
    List<Var> h = new ArrayList<>(List.of(tape.variable(new DMatrixRMaj(1, 3))));
    Var loss = tape.constant(new DMatrixRMaj(1, 1));
    for (DMatrixRMaj x : inputs) {
      h.add(rnn.step(tape.constant(x), h.getLast()));
      loss = loss.plus(MeanSquare.of(h.getLast()));
    }
    tape.backward(loss);
    for (int t = 1; t < 4; t++) {
      DMatrixRMaj carried =
          CommonOps_DDRM.mult(
              h.get(t + 1).adjoint(), rnn.jacobian(inputs.get(t), h.get(t).value()), null);
      DMatrixRMaj own = h.get(t).value().copy();
      CommonOps_DDRM.scale(2.0 / 3, own);
      Agree.within(1e-15, CommonOps_DDRM.add(carried, own, null), h.get(t).adjoint());
      DMatrixRMaj apart = CommonOps_DDRM.subtract(carried, h.get(t).adjoint(), null);
      assertTrue(CommonOps_DDRM.elementMaxAbs(apart) > 0.01);
    }
  }

  /// "A norm consistently below 1 vanishes exponentially": it needs a bound below 1. A unit whose
  /// forget gate is its input, open by `1 - 1/k²` in step k = 2 … 1000: every factor is below 1,
  /// and the product is `1001/2000`.
  @Test
  void factorsBelowOneNeedNotVanish() {
    DMatrixRMaj gateIsInput = Matrices.row(0, 1, 0, 0);
    var lstm = new Lstm(gateIsInput, new DMatrixRMaj(1, 4), new DMatrixRMaj(1, 4), Paths.TOTAL);
    // σ(ln(k² - 1)) = 1 - 1/k².
    List<DMatrixRMaj> inputs =
        IntStream.rangeClosed(2, 1000)
            .mapToObj(k -> Matrices.row(Math.log((double) k * k - 1)))
            .toList();
    Jacobians jacobians = JacobianProbe.of(lstm).run(inputs, Matrices.row(0, 1));
    assertEquals(1001.0 / 2000, jacobians.matrix(999).toMatrix().get(1, 1), 1e-12);
  }
}
