package longrange.probes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import longrange.autodiff.Tape;
import longrange.autodiff.Var;
import longrange.cells.Activation;
import longrange.cells.Cell;
import longrange.cells.Rnn;
import longrange.cells.Specimen;
import longrange.linalg.Matrices;
import longrange.linalg.Sequences;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GradientByLagTest {
  private static final int T = 50;

  /// `h_t = 0.9 h_{t-1} + 1` from 0: the net of the truncation figures.
  private static final Rnn LEAKY = Rnn.fromColumns(Matrices.row(0.9), 1).with(Activation.IDENTITY);

  private static final List<DMatrixRMaj> SILENCE = Sequences.zeros(T, 1, 1);
  private static final DMatrixRMaj ZERO = Matrices.row(0);

  /// `∂h_50/∂w` in the net [#LEAKY]: two quantities that are often taken for one.
  @Test
  void aWindowAndChunksKeepDifferentShares() {
    GradientByLag shares =
        GradientByLag.atTheEnd(LEAKY, List.of(LEAKY.wh()), SILENCE, ZERO, Matrices.row(1));
    assertShares(new double[] {.4209, .6682, .8973, .9883}, shares::window);
    assertShares(new double[] {.4209, .6682, .6682, .8130}, shares::chunks);
  }

  /// The same with the loss `Σ h_t`.
  @Test
  void aLossAtEveryTimeLosesLessToAWindow() {
    GradientByLag shares =
        GradientByLag.everywhere(
            LEAKY, List.of(LEAKY.wh()), SILENCE, ZERO, Collections.nCopies(T, Matrices.row(1)));
    double[] expected = {.500, .757, .949, .998};
    int[] k = {5, 10, 20, 35};
    for (int i = 0; i < 4; i++) {
      assertEquals(expected[i], shares.window(k[i]), 5e-4);
    }
    double[] chunked = {.331, .512, .675, .800};
    for (int i = 0; i < 4; i++) {
      assertEquals(chunked[i], shares.chunks(k[i]), 5e-4);
    }
  }

  private static void assertShares(double[] expected, IntToDoubleFunction share) {
    assertArrayEquals(expected, IntStream.of(5, 10, 20, 35).mapToDouble(share).toArray(), 5e-5);
  }

  /// "Gradients flow back a chunk's worth": at most. In `h_t = h_{t-1} + b` every one of the 1275
  /// pairs of a loss and a step before it counts the same; chunks of 5 keep 150 of them, which is 3
  /// steps for each of 50 losses: (5 + 1)/2.
  @Test
  void aLossReachesBackHalfAChunkOnAverage() {
    Rnn sum = Rnn.fromColumns(Matrices.row(1)).with(Activation.IDENTITY);
    GradientByLag shares =
        GradientByLag.everywhere(
            sum, List.of(sum.b()), SILENCE, ZERO, Collections.nCopies(T, Matrices.row(1)));
    for (int k : new int[] {5, 10, 25, 50}) {
      assertEquals((k + 1) / 2.0, shares.chunks(k) * T * (T + 1) / 2 / T, 1e-12);
    }
  }

  @ParameterizedTest
  @MethodSource("longrange.cells.Specimen#all")
  void theSharesOfEveryCellSumToOne(Specimen specimen) {
    GradientByLag shares = shares(specimen.cell(), 0);
    assertEquals(1, shares.window(7), 1e-12);
    assertEquals(1, shares.chunks(7), 1e-12);
    assertEquals(1, Arrays.stream(shares.byLag()).sum(), 1e-12);
  }

  /// With a W of its own for each step the ordinary backward pass brings each step's term apart.
  @Test
  void theShareOfALagIsThatOfTheStepWithWeightsOfItsOwn() {
    Random random = new Random(9);
    Rnn rnn = Rnn.seeded(2, 3, random);
    List<DMatrixRMaj> inputs = Sequences.gaussian(6, 1, 2, 1, random);
    DMatrixRMaj dLast = Matrices.gaussian(1, 3, 1, random);
    Tape tape = Tape.training();
    Var h = tape.constant(new DMatrixRMaj(1, 3));
    List<DMatrixRMaj> own = new ArrayList<>();
    for (DMatrixRMaj x : inputs) {
      own.add(rnn.wh().copy());
      h = new Rnn(rnn.wx(), own.getLast(), rnn.b(), rnn.phi()).step(tape.constant(x), h);
    }
    tape.backward(h, dLast);
    List<DMatrixRMaj> terms = own.stream().map(w -> tape.parameter(w).adjoint()).toList();
    DMatrixRMaj whole =
        terms.stream().reduce((a, b) -> CommonOps_DDRM.add(a, b, null)).orElseThrow();
    double[] expected =
        terms.reversed().stream().mapToDouble(g -> dot(g, whole) / dot(whole, whole)).toArray();
    GradientByLag shares =
        GradientByLag.atTheEnd(rnn, List.of(rnn.wh()), inputs, new DMatrixRMaj(1, 3), dLast);
    assertArrayEquals(expected, shares.byLag(), 1e-12);
  }

  private static double dot(DMatrixRMaj a, DMatrixRMaj b) {
    return CommonOps_DDRM.elementSum(CommonOps_DDRM.elementMult(a, b, null));
  }

  /// On a random run. A ReLU that is dead all along has no gradient: then on another one.
  private static GradientByLag shares(Cell cell, int seed) {
    Random random = new Random(seed);
    List<DMatrixRMaj> inputs = Sequences.gaussian(7, 1, cell.inputSize(), 1, random);
    DMatrixRMaj s0 = Matrices.gaussian(1, cell.stateSize(), 1, random);
    List<DMatrixRMaj> local = Sequences.gaussian(7, 1, cell.stateSize(), 1, random);
    boolean dead =
        cell.states(inputs, s0).stream()
            .skip(1)
            .allMatch(s -> CommonOps_DDRM.elementMaxAbs(s) == 0);
    return dead && seed < 20
        ? shares(cell, seed + 1)
        : GradientByLag.everywhere(cell, cell.parameters(), inputs, s0, local);
  }

  /// No loss, or weights that are not the cell's own, but equal.
  @Test
  void aZeroGradientHasNoShares() {
    String sentence =
        "the whole gradient is zero and has no shares: need a loss that the cell's own weights move";
    assertRefused(
        sentence, () -> GradientByLag.atTheEnd(LEAKY, List.of(LEAKY.wh()), SILENCE, ZERO, ZERO));
    List<DMatrixRMaj> copy = List.of(LEAKY.wh().copy());
    assertRefused(
        sentence, () -> GradientByLag.atTheEnd(LEAKY, copy, SILENCE, ZERO, Matrices.row(1)));
  }

  private static void assertRefused(String sentence, Runnable act) {
    var error = assertThrows(IllegalArgumentException.class, act::run);
    assertEquals(sentence, error.getMessage());
  }

  @Test
  void adjointsThatDoNotFitAreNamedInOneSentence() {
    assertRefused(
        "there are 1 adjoints for 50 steps: need one for each",
        () -> GradientByLag.everywhere(LEAKY, List.of(LEAKY.wh()), SILENCE, ZERO, List.of(ZERO)));
    assertRefused(
        "an adjoint is (1,2): need (1,1)",
        () ->
            GradientByLag.atTheEnd(LEAKY, List.of(LEAKY.wh()), SILENCE, ZERO, Matrices.row(1, 2)));
  }
}
