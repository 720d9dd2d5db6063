package longrange.cells;

import static longrange.cells.Cs231n.assertRow;
import static longrange.cells.Cs231n.linspace;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import longrange.autodiff.GradientCheck;
import longrange.linalg.Agree;
import longrange.linalg.Matrices;
import longrange.linalg.Sequences;
import longrange.probes.JacobianProbe;
import longrange.probes.Jacobians;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class LstmTest {
  private static final int D = 2;
  private static final int N = 3;
  private static final int T = 7;

  /// All paths may run as one operation of the kernels, the direct one goes step by step.
  private static final double ROUNDING = 1e-15;

  private final Random random = new Random(3);
  private final List<DMatrixRMaj> inputs = Sequences.gaussian(T, 1, D, 1, random);
  private final Lstm lstm = Lstm.seeded(D, N, random);

  /// Stanford CS231n, assignment 3 of 2023, notebook LSTM_Captioning: the values of its step. Of
  /// all 24 orders of the gates only i, f, o, g gives them.
  @Test
  void oneStepEqualsTheValuesPrintedByCs231n() {
    Lstm lstm = printed(linspace(-2.1, 1.3, 4, 20), linspace(-0.7, 2.2, 5, 20), 0.3, 0.7);
    DMatrixRMaj h = linspace(-0.3, 0.7, 3, 5);
    DMatrixRMaj c = linspace(-0.4, 0.9, 3, 5);
    DMatrixRMaj s = CommonOps_DDRM.concatColumns(h, c, null);
    DMatrixRMaj next = lstm.states(List.of(linspace(-0.4, 1.2, 3, 4)), s).getLast();
    assertRow(next, 0, 0.24635157, 0.28610883, 0.32240467, 0.35525807, 0.38474904);
    DMatrixRMaj nextC = Matrices.columns(next, 5, 10);
    assertRow(nextC, 2, 0.74192008, 0.90592151, 1.07717006, 1.25120233, 1.42395676);
  }

  /// That claim about the orders, all 24 tried on the first row of h'.
  @Test
  void onlyOneOrderOfTheGatesGivesTheValuesPrintedByCs231n() {
    DMatrixRMaj s =
        CommonOps_DDRM.concatColumns(linspace(-0.3, 0.7, 3, 5), linspace(-0.4, 0.9, 3, 5), null);
    List<Double> right = List.of(0.24635157, 0.28610883, 0.32240467, 0.35525807, 0.38474904);
    List<List<Integer>> fitting = new ArrayList<>();
    for (List<Integer> order : orders(List.of(), List.of(0, 1, 2, 3))) {
      Lstm reordered =
          new Lstm(
              blocks(linspace(-2.1, 1.3, 4, 20), order),
              blocks(linspace(-0.7, 2.2, 5, 20), order),
              blocks(linspace(0.3, 0.7, 1, 20), order),
              Paths.TOTAL);
      DMatrixRMaj h = reordered.states(List.of(linspace(-0.4, 1.2, 3, 4)), s).getLast();
      boolean fits =
          IntStream.range(0, 5).allMatch(j -> Math.abs(h.get(0, j) - right.get(j)) < 1e-8);
      if (fits) {
        fitting.add(order);
      }
    }
    assertEquals(List.of(List.of(0, 1, 2, 3)), fitting);
  }

  private static List<List<Integer>> orders(List<Integer> begun, List<Integer> left) {
    if (left.isEmpty()) {
      return List.of(begun);
    }
    List<List<Integer>> orders = new ArrayList<>();
    for (Integer next : left) {
      List<Integer> longer = new ArrayList<>(begun);
      longer.add(next);
      orders.addAll(orders(longer, left.stream().filter(k -> !k.equals(next)).toList()));
    }
    return orders;
  }

  private static DMatrixRMaj blocks(DMatrixRMaj m, List<Integer> order) {
    return CommonOps_DDRM.concatColumnsMulti(
        order.stream().map(k -> Matrices.columns(m, 5 * k, 5 * k + 5)).toArray(DMatrixRMaj[]::new));
  }

  /// The same notebook: the values of its sequence, which starts from c = 0.
  @Test
  void aSequenceEqualsTheValuesPrintedByCs231n() {
    Lstm lstm = printed(linspace(-0.2, 0.9, 5, 16), linspace(-0.3, 0.6, 4, 16), 0.2, 0.7);
    DMatrixRMaj h = linspace(-0.4, 0.8, 2, 4);
    DMatrixRMaj s = CommonOps_DDRM.concatColumns(h, new DMatrixRMaj(2, 4), null);
    DMatrixRMaj last = lstm.states(Cs231n.sequence(-0.4, 0.6, 2, 3, 5), s).getLast();
    assertRow(last, 1, 0.81733511, 0.83677871, 0.85403753, 0.86935314);
  }

  private static Lstm printed(DMatrixRMaj wx, DMatrixRMaj wh, double from, double to) {
    return new Lstm(wx, wh, linspace(from, to, 1, wh.numCols), Paths.TOTAL);
  }

  /// `∂c_T/∂c_{T-k} = diag(∏ f_t)` along the direct path, the gates computed here once more.
  @Test
  void alongTheDirectPathTheMemorysJacobianIsTheProductOfTheForgetGates() {
    Jacobians direct = JacobianProbe.of(lstm.along(Paths.DIRECT)).run(inputs, start(lstm));
    double[] product = {1, 1, 1};
    for (int k = 1; k <= T; k++) {
      DMatrixRMaj x = inputs.get(T - k);
      DMatrixRMaj s = direct.states().get(T - k);
      for (int j = 0; j < N; j++) {
        double z = lstm.b().get(N + j);
        for (int i = 0; i < D; i++) {
          z += x.get(i) * lstm.wx().get(i, N + j);
        }
        for (int i = 0; i < N; i++) {
          z += s.get(i) * lstm.wh().get(i, N + j);
        }
        product[j] /= 1 + Math.exp(-z);
      }
      DMatrixRMaj memory = memory(direct.matrix(k).toMatrix());
      Agree.within(1e-15, Matrices.diagonal(product), memory);
    }
  }

  @Test
  void theTwoPathsShareTheirStatesAndDifferInTheirJacobians() {
    Jacobians total = JacobianProbe.of(lstm).run(inputs, start(lstm));
    Jacobians direct = JacobianProbe.of(lstm.along(Paths.DIRECT)).run(inputs, start(lstm));
    for (int t = 0; t <= T; t++) {
      Agree.within(ROUNDING, total.states().get(t), direct.states().get(t));
    }
    DMatrixRMaj difference =
        CommonOps_DDRM.subtract(
            memory(total.matrix(2).toMatrix()), memory(direct.matrix(2).toMatrix()), null);
    assertTrue(CommonOps_DDRM.elementMaxAbs(difference) > 0.01);
  }

  @Test
  void withoutRecurrentWeightsTheDirectPathIsTheWholeDerivative() {
    CommonOps_DDRM.fill(lstm.wh(), 0);
    Jacobians total = JacobianProbe.of(lstm).run(inputs, start(lstm));
    Jacobians direct = JacobianProbe.of(lstm.along(Paths.DIRECT)).run(inputs, start(lstm));
    for (int k = 0; k <= T; k++) {
      Agree.within(ROUNDING, total.matrix(k).toMatrix(), direct.matrix(k).toMatrix());
    }
  }

  /// The constant error carousel: 1, not nearly 1, at every lag.
  @Test
  void theMemoryOfTheFirstLstmHasJacobianOneAlongTheDirectPath() {
    CarouselLstm first = CarouselLstm.seeded(D, N, random);
    Jacobians direct = JacobianProbe.of(first).run(inputs, start(first));
    for (int k = 0; k <= T; k++) {
      Agree.within(0, CommonOps_DDRM.identity(N), memory(direct.matrix(k).toMatrix()));
    }
    DMatrixRMaj total =
        JacobianProbe.of(first.along(Paths.TOTAL)).run(inputs, start(first)).matrix(T).toMatrix();
    DMatrixRMaj rest = CommonOps_DDRM.subtract(memory(total), CommonOps_DDRM.identity(N), null);
    assertTrue(CommonOps_DDRM.elementMaxAbs(rest) > 0.01);
  }

  /// One unit by hand: all weights 0, so i = o = ½ and g = 0, and c stays; then with the bias of g
  /// at ln 3 it is `g = 4 · ¾ - 2 = 1`.
  @Test
  void theFirstLstmAddsToItsMemoryAndNeverForgets() {
    DMatrixRMaj b = new DMatrixRMaj(1, 3);
    var first = new CarouselLstm(new DMatrixRMaj(1, 3), new DMatrixRMaj(1, 3), b, Paths.TOTAL);
    DMatrixRMaj x = Matrices.row(1);
    // From c = ln 3 the output is ½ (2 · ¾ - 1) = ¼.
    double ln3 = Math.log(3);
    Agree.within(1e-15, Matrices.row(0.25, ln3), next(first, x, Matrices.row(0, ln3)));
    b.set(2, ln3);
    assertEquals(ln3 + 0.5, next(first, x, Matrices.row(0, ln3)).get(1), 1e-15);
  }

  private static DMatrixRMaj next(Cell cell, DMatrixRMaj x, DMatrixRMaj s) {
    return cell.states(List.of(x), s).getLast();
  }

  @Test
  void aNetworkToTrainStartsWithItsForgetGatesOpen() {
    DMatrixRMaj b = Lstm.seeded(D, N, random).b();
    Agree.within(0, Matrices.row(0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0), b);
    DMatrixRMaj other = Lstm.seeded(D, N, random).withForgetBias(-2).b();
    Agree.within(0, Matrices.row(0, 0, 0, -2, -2, -2, 0, 0, 0, 0, 0, 0), other);
    DMatrixRMaj wh = Lstm.seeded(1, 100, random).wh();
    assertEquals(0.1, CommonOps_DDRM.elementMax(wh), 0.001);
    assertEquals(-0.1, CommonOps_DDRM.elementMin(wh), 0.001);
  }

  /// A forget gate of bias `ln(T - 1)` is `1 - 1/T`: so its time scale is T.
  @Test
  void chronoBiasesDrawTimeScalesUpToTheLongestLag() {
    int n = 1000;
    DMatrixRMaj b = Lstm.seeded(1, n, random).withChronoBias(100, random).b();
    double[] scales = IntStream.range(n, 2 * n).mapToDouble(j -> 1 + Math.exp(b.get(j))).toArray();
    double mean = IntStream.range(0, n).mapToDouble(j -> scales[j]).average().orElseThrow();
    assertTrue(IntStream.range(0, n).allMatch(j -> scales[j] >= 2 && scales[j] <= 100));
    // Uniform from 2 to 100 has deviation 28.3, and the mean of a thousand one of 0.9.
    assertEquals(51, mean, 4);
    for (int j = 0; j < n; j++) {
      assertEquals(-b.get(n + j), b.get(j));
      assertEquals(0, b.get(2 * n + j));
    }
  }

  @Test
  void aLongestLagOfTwoLeavesNothingToDraw() {
    var error = assertThrows(IllegalArgumentException.class, () -> lstm.withChronoBias(2, random));
    assertEquals(
        "longest is 2.0: need more than 2: time scales are drawn from 1 to one less",
        error.getMessage());
  }

  @Test
  void theGradientOfTheFirstLstmAlongAllPathsEqualsCentralDifferences() {
    CarouselLstm first = CarouselLstm.seeded(D, N, random).along(Paths.TOTAL);
    DMatrixRMaj s = start(first);
    DMatrixRMaj differences =
        GradientCheck.jacobian(state -> first.states(inputs, state).getLast(), s);
    DMatrixRMaj total = JacobianProbe.of(first).run(inputs, s).matrix(T).toMatrix();
    Agree.within(1e-9, differences, total);
  }

  @Test
  void weightsThatDoNotFitAreNamedInOneSentence() {
    assertRefused("Wh is (3,9): need (3,12)", 2, 12, 3, 9, 12);
    assertRefused("Wx is (2,9) but Wh is (3,12): need Wx.cols = Wh.cols", 2, 9, 3, 12, 12);
    assertRefused("b is (1,9): need (1,12)", 2, 12, 3, 12, 9);
  }

  private static void assertRefused(String sentence, int d, int cols, int n, int gates, int b) {
    DMatrixRMaj wx = new DMatrixRMaj(d, cols);
    DMatrixRMaj wh = new DMatrixRMaj(n, gates);
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Lstm(wx, wh, new DMatrixRMaj(1, b), Paths.TOTAL));
    assertEquals(sentence, error.getMessage());
  }

  private static DMatrixRMaj start(Cell cell) {
    return Matrices.gaussian(1, cell.stateSize(), 1, new Random(4));
  }

  /// The block `∂c/∂c`.
  private static DMatrixRMaj memory(DMatrixRMaj jacobian) {
    return CommonOps_DDRM.extract(jacobian, N, 2 * N, N, 2 * N);
  }
}
