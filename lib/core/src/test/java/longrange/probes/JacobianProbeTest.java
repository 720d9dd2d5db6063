package longrange.probes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import longrange.autodiff.GradientCheck;
import longrange.cells.Activation;
import longrange.cells.Cell;
import longrange.cells.Rnn;
import longrange.cells.Specimen;
import longrange.linalg.Agree;
import longrange.linalg.Kernels;
import longrange.linalg.Matrices;
import longrange.linalg.Sequences;
import longrange.linalg.SpectralNorm;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JacobianProbeTest {
  private static final String ALL = "longrange.cells.Specimen#all";
  private static final String TOTAL = "longrange.cells.Specimen#total";
  private static final int T = 6;

  private final Random random = new Random(23);

  @ParameterizedTest
  @MethodSource(ALL)
  void theProbeAtLagZeroIsTheIdentity(Specimen specimen) {
    int n = specimen.cell().stateSize();
    Agree.within(0, CommonOps_DDRM.identity(n), probe(specimen.cell()).matrix(0).toMatrix());
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void theProbeAtLagOneEqualsTheClosedForm(Specimen specimen) {
    Jacobians jacobians = probe(specimen.cell());
    Agree.within(1e-14, jacobians.step(1), jacobians.matrix(1).toMatrix());
  }

  /// Newest on the left: `J_k = A_T A_{T-1} ⋯ A_{T-k+1}`.
  @ParameterizedTest
  @MethodSource(ALL)
  void theProbeAtEveryLagEqualsTheProductOfTheClosedForms(Specimen specimen) {
    Jacobians jacobians = probe(specimen.cell());
    DMatrixRMaj product = CommonOps_DDRM.identity(specimen.cell().stateSize());
    for (int k = 1; k <= T; k++) {
      product = CommonOps_DDRM.mult(product, jacobians.step(k), null);
      Agree.within(1e-13, product, jacobians.matrix(k).toMatrix());
    }
  }

  /// Each step adds its own share of the 3e-11 that [GradientCheck] leaves.
  @ParameterizedTest
  @MethodSource(TOTAL)
  void theProbeAtEveryLagEqualsCentralDifferences(Specimen specimen) {
    Cell cell = specimen.cell();
    List<DMatrixRMaj> inputs = Sequences.gaussian(T, 1, cell.inputSize(), 1, random);
    Jacobians jacobians =
        JacobianProbe.of(cell).run(inputs, Matrices.gaussian(1, cell.stateSize(), 1, random));
    for (int k = 1; k <= T; k++) {
      List<DMatrixRMaj> rest = inputs.subList(T - k, T);
      DMatrixRMaj start = jacobians.states().get(T - k).copy();
      DMatrixRMaj differences = GradientCheck.jacobian(s -> cell.states(rest, s).getLast(), start);
      Agree.within(1e-9, differences, jacobians.matrix(k).toMatrix());
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void theNormsAreThoseOfTheMatricesAndNeverAboveTheBound(Specimen specimen) {
    Jacobians jacobians = probe(specimen.cell());
    double[] norms = jacobians.log10Norms();
    double[] bound = jacobians.log10Bound();
    double product = 1;
    for (int k = 0; k <= T; k++) {
      product *= k == 0 ? 1 : SpectralNorm.of(jacobians.step(k));
      assertEquals(Math.log10(product), bound[k], 1e-9);
      assertEquals(SpectralNorm.of(jacobians.matrix(k).toMatrix()), Math.pow(10, norms[k]), 1e-9);
      assertEquals(norms[k], jacobians.log10Norm(k), 1e-9);
      assertTrue(norms[k] <= bound[k] + 1e-9, "lag " + k);
    }
  }

  @Test
  void whoeverWritesIntoTheNormsWritesIntoHisOwn() {
    Jacobians jacobians = probe(Rnn.fromColumns(Matrices.row(2)));
    double expected = jacobians.log10Norms()[3];
    jacobians.log10Norms()[3] = 17;
    assertEquals(expected, jacobians.log10Norms()[3]);
  }

  @Test
  void theNormOfABlockIsThatOfItsRowsAndColumns() {
    Jacobians jacobians = probe(Rnn.fromColumns(Matrices.gaussian(5, 5, 0.4, random)));
    double[] norms = jacobians.log10Norms(new Block(1, 3), new Block(3, 5));
    assertEquals(Double.NEGATIVE_INFINITY, norms[0]); // of the identity, off its diagonal
    for (int k = 1; k <= T; k++) {
      DMatrixRMaj block = CommonOps_DDRM.extract(jacobians.matrix(k).toMatrix(), 1, 3, 3, 5);
      assertEquals(SpectralNorm.of(block), Math.pow(10, norms[k]), 1e-9);
    }
  }

  @Test
  void theLongestLagIsNeitherZeroNorInfinite() {
    DMatrixRMaj s0 = new DMatrixRMaj(1, 3);
    for (double gain : new double[] {0.1, 10}) {
      DMatrixRMaj w = Matrices.orthogonal(3, random);
      CommonOps_DDRM.scale(gain, w);
      Rnn linear = Rnn.fromColumns(w).with(Activation.IDENTITY);
      double[] norms = JacobianProbe.of(linear).run(500, s0).log10Norms();
      for (int k = 0; k <= 500; k++) {
        assertEquals(k * Math.log10(gain), norms[k], 1e-9);
      }
    }
  }

  @Test
  void aNormBelowTheRangeOfADoubleIsPrinted() {
    Rnn linear = Rnn.fromColumns(Matrices.row(0.1)).with(Activation.IDENTITY);
    Jacobians jacobians = JacobianProbe.of(linear).run(500, Matrices.row(0));
    assertEquals("1.0e-500", jacobians.norm(500));
    assertEquals(0, jacobians.matrix(500).toMatrix().get(0));
  }

  @Test
  void theLineOfPowersStartsAtOneEvenForRadiusZero() {
    Jacobians jacobians =
        JacobianProbe.of(Rnn.fromColumns(Matrices.row(2))).run(2, Matrices.row(0));
    double none = Double.NEGATIVE_INFINITY;
    assertEquals(List.of(0.0, none, none), boxed(jacobians.log10Power(0)));
    assertEquals(List.of(0.0, -1.0, -2.0), boxed(jacobians.log10Power(0.1)));
  }

  @Test
  void aRunOfNoStepsHasLagZeroOnly() {
    Jacobians jacobians =
        JacobianProbe.of(Rnn.fromColumns(Matrices.row(2))).run(0, Matrices.row(0));
    assertEquals(List.of(0.0), boxed(jacobians.log10Norms()));
  }

  @Test
  void theResultNamesItsKernels() {
    assertEquals(Kernels.chosen().name(), probe(Rnn.fromColumns(Matrices.row(2))).kernels());
  }

  /// Steps are computed when they are asked for. A cell that has learned since has others.
  @Test
  void theStepsOfACellThatHasLearnedSinceAreRefused() {
    Rnn rnn = Rnn.fromColumns(Matrices.row(2));
    Jacobians jacobians = probe(rnn);
    double before = jacobians.step(1).get(0);
    rnn.wh().set(0, 0, 3);
    var error = assertThrows(IllegalStateException.class, () -> jacobians.step(1));
    assertEquals(
        "the cell's weights have changed since it was probed: probe it again to see its steps",
        error.getMessage());
    rnn.wh().set(0, 0, 2);
    assertEquals(before, jacobians.step(1).get(0));
  }

  @Test
  void theProbeStopsAtTheLagAtWhichItIsAsked() {
    Rnn rnn = Rnn.fromColumns(Matrices.row(2));
    int[] asked = {0};
    JacobianProbe probe = JacobianProbe.of(rnn).until(() -> ++asked[0] == 3);
    var error = assertThrows(CancellationException.class, () -> probe.run(100, Matrices.row(0)));
    assertEquals("the Jacobian probe at lag 3 was stopped", error.getMessage());
  }

  @Test
  void anInterruptStopsTheProbeAndStaysSet() {
    JacobianProbe probe = JacobianProbe.of(Rnn.fromColumns(Matrices.row(2)));
    Thread.currentThread().interrupt();
    assertThrows(CancellationException.class, () -> probe.run(100, Matrices.row(0)));
    assertTrue(Thread.interrupted());
  }

  @Test
  void aStateOfAnotherShapeIsNamedInOneSentence() {
    JacobianProbe probe = JacobianProbe.of(Rnn.fromColumns(Matrices.row(2)));
    var error =
        assertThrows(IllegalArgumentException.class, () -> probe.run(3, new DMatrixRMaj(2, 1)));
    assertEquals("s0 is (2,1): need (1,1)", error.getMessage());
  }

  @Test
  void aLagOrABlockThatIsNotThereIsNamedInOneSentence() {
    Jacobians jacobians = probe(Rnn.fromColumns(new DMatrixRMaj(2, 2)));
    assertRefused("the lag is 7: need 0 ≤ lag ≤ 6", () -> jacobians.matrix(7));
    assertRefused("the lag is -1: need 0 ≤ lag ≤ 6", () -> jacobians.log10Norm(-1));
    assertRefused("the lag is 0: need 1 ≤ lag ≤ 6", () -> jacobians.step(0));
    Block whole = new Block(0, 2);
    assertRefused(
        "the block ends at column 3 of a state of 2: need to ≤ n",
        () -> jacobians.log10Norms(whole, new Block(0, 3)));
    assertRefused("the block is 2 to 2: need 0 ≤ from < to", () -> new Block(2, 2));
  }

  private static void assertRefused(String sentence, Runnable act) {
    var error = assertThrows(IllegalArgumentException.class, act::run);
    assertEquals(sentence, error.getMessage());
  }

  private Jacobians probe(Cell cell) {
    return JacobianProbe.of(cell)
        .run(
            Sequences.gaussian(T, 1, cell.inputSize(), 1, random),
            Matrices.gaussian(1, cell.stateSize(), 1, random));
  }

  private static List<Double> boxed(double[] numbers) {
    return Arrays.stream(numbers).boxed().toList();
  }
}
