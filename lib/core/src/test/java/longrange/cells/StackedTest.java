package longrange.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import longrange.autodiff.Tape;
import longrange.linalg.Agree;
import longrange.linalg.Matrices;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class StackedTest {
  private final Random random = new Random(1);
  private final Lstm lower = Lstm.seeded(2, 3, random);
  private final Rnn upper = Rnn.seeded(3, 4, random);
  private final Stacked stack = Stacked.of(lower, upper);
  private final DMatrixRMaj x = Matrices.gaussian(1, 2, 1, random);
  private final DMatrixRMaj s = Matrices.gaussian(1, 10, 1, random);

  @Test
  void theUpperLayerReadsWhatTheLowerHasJustMade() {
    DMatrixRMaj low = lower.states(List.of(x), Matrices.columns(s, 0, 6)).getLast();
    DMatrixRMaj h = Matrices.columns(low, 0, 3);
    DMatrixRMaj high = upper.states(List.of(h), Matrices.columns(s, 6, 10)).getLast();
    DMatrixRMaj both = CommonOps_DDRM.concatColumns(low, high, null);
    Agree.within(0, both, stack.states(List.of(x), s).getLast());
    Agree.within(0, high, stack.output(Tape.frozen().constant(both)).value());
  }

  @Test
  void nothingComesDownFromAnUpperLayer() {
    DMatrixRMaj jacobian = stack.jacobian(x, s);
    Agree.within(0, new DMatrixRMaj(6, 4), CommonOps_DDRM.extract(jacobian, 0, 6, 6, 10));
    DMatrixRMaj sentUp = CommonOps_DDRM.extract(jacobian, 6, 10, 0, 6);
    assertTrue(CommonOps_DDRM.elementMaxAbs(sentUp) > 0.01);
  }

  @Test
  void aStackMayBeALayerOfAStack() {
    Stacked nested = Stacked.of(stack, Rnn.seeded(4, 2, random));
    assertEquals(
        List.of(2, 12, 2), List.of(nested.inputSize(), nested.stateSize(), nested.outputSize()));
    DMatrixRMaj more = Matrices.gaussian(1, 12, 1, random);
    var flat = Stacked.of(lower, upper, nested.layers().getLast());
    Agree.within(1e-15, flat.jacobian(x, more), nested.jacobian(x, more));
  }

  @Test
  void layersThatDoNotFitAreNamedInOneSentence() {
    assertRefused(
        "layer 1 has 4 outputs but layer 2 has 2 inputs: need as many",
        () -> Stacked.of(upper, lower));
    assertRefused("there are no layers: need at least one", Stacked::of);
  }

  private static void assertRefused(String sentence, Runnable act) {
    var error = assertThrows(IllegalArgumentException.class, act::run);
    assertEquals(sentence, error.getMessage());
  }
}
