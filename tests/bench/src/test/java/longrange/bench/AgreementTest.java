package longrange.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import longrange.linalg.Matrices;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgreementTest {
  private static final Work RNN = Work.of("step rnn double 1 2 1 1");

  /// A loss, the three gradients of a cell of one unit, and the two of its readout.
  private static List<DMatrixRMaj> results(double loss, double wh, double b) {
    return List.of(
        Matrices.row(loss),
        new DMatrixRMaj(2, 1, true, 3, 4),
        Matrices.row(wh),
        Matrices.row(b),
        Matrices.row(5),
        Matrices.row(6));
  }

  private static String refused(List<DMatrixRMaj> ours, List<DMatrixRMaj> theirs) {
    return refused(RNN, ours, theirs);
  }

  private static String refused(Work work, List<DMatrixRMaj> ours, List<DMatrixRMaj> theirs) {
    return String.valueOf(
        assertThrows(IllegalStateException.class, () -> Agreement.check(work, "peer", ours, theirs))
            .getMessage());
  }

  @Test
  void whatIsFurthestApartIsNamed() {
    Agreement.Difference furthest =
        Agreement.check(RNN, "peer", results(1, 2, 7), results(1, 2 + 1e-12, 7 + 1e-12));
    assertEquals("the gradient of Wh", furthest.result());
    assertEquals(5e-13, furthest.share(), 1e-15);
  }

  @Test
  void aResultIsMeasuredByItsOwnSizeHoweverLargeTheOthersAre() {
    assertEquals(
        "step rnn double 1 2 1 1: the gradient of Wh differs from peer's by 1.0e+00 of its largest"
            + " entry, and 1.0e-12 is rounding: not timed",
        refused(results(1e6, 1e-9, 7), results(1e6, 0, 7)));
  }

  @Test
  void whatIsNoNumberOrNothingOrOfAnotherShapeDiffers() {
    List<DMatrixRMaj> ours = results(1, 2, 7);
    assertTrue(refused(ours, results(Double.NaN, 2, 7)).contains("the loss differs"));
    assertTrue(refused(ours, results(1, 2, Double.NaN)).contains("the gradient of b differs"));
    assertTrue(refused(results(1, 0, 7), results(1, 0, 7)).contains("the gradient of Wh differs"));
    assertTrue(refused(ours, ours.subList(0, 5)).contains("6 results came out, and 5 at peer"));
    List<DMatrixRMaj> turned = new ArrayList<>(ours);
    turned.set(1, new DMatrixRMaj(1, 2, true, 3, 4));
    assertTrue(refused(ours, turned).contains("the gradient of Wx is (2,1), and (1,2) at peer"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"lstm", "gru", "rnn", "lstm-decaying"})
  void inSinglePrecisionARecurrentGradientThatIsALittleWrongIsRefused(String cell) {
    Work work = Work.of("step %s single 64 100 32 1".formatted(cell));
    List<DMatrixRMaj> ours = Task.of(work).result();
    for (String name : List.of("the gradient of Wh", "the gradient of U")) {
      int place = work.results().indexOf(name);
      if (place >= 0) {
        assertWrongIsRefused(work, ours, place);
      }
    }
    Agreement.check(work, "peer", ours, ours);
  }

  private static void assertWrongIsRefused(Work work, List<DMatrixRMaj> ours, int place) {
    List<UnaryOperator<DMatrixRMaj>> faults =
        List.of(
            m -> new DMatrixRMaj(m.getNumRows(), m.getNumCols()),
            AgreementTest::withTransposedBlocks,
            m -> scaled(m, -1),
            m -> scaled(m, 1.001),
            m -> withoutBlock(m, 0),
            m -> withoutBlock(m, m.getNumCols() / m.getNumRows() - 1));
    for (UnaryOperator<DMatrixRMaj> fault : faults) {
      List<DMatrixRMaj> theirs = new ArrayList<>(ours);
      theirs.set(place, fault.apply(ours.get(place)));
      assertTrue(refused(work, ours, theirs).contains(work.results().get(place) + " differs"));
    }
    List<DMatrixRMaj> rounded = new ArrayList<>(ours);
    rounded.set(place, scaled(ours.get(place), 1 + 1e-5));
    Agreement.check(work, "peer", ours, rounded);
  }

  private static DMatrixRMaj scaled(DMatrixRMaj m, double factor) {
    DMatrixRMaj scaled = m.copy();
    CommonOps_DDRM.scale(factor, scaled);
    return scaled;
  }

  /// Each gate's block, (n,n), is transposed.
  private static DMatrixRMaj withTransposedBlocks(DMatrixRMaj m) {
    int n = m.getNumRows();
    DMatrixRMaj turned = new DMatrixRMaj(n, m.getNumCols());
    for (int from = 0; from < m.getNumCols(); from += n) {
      DMatrixRMaj block = CommonOps_DDRM.transpose(Matrices.columns(m, from, from + n), null);
      CommonOps_DDRM.insert(block, turned, 0, from);
    }
    return turned;
  }

  /// The block of one gate is 0.
  private static DMatrixRMaj withoutBlock(DMatrixRMaj m, int block) {
    int n = m.getNumRows();
    DMatrixRMaj without = m.copy();
    CommonOps_DDRM.insert(new DMatrixRMaj(n, n), without, 0, block * n);
    return without;
  }
}
