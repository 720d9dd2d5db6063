package longrange.cells;

import static longrange.cells.Cs231n.linspace;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import longrange.autodiff.Tape;
import longrange.autodiff.Var;
import longrange.linalg.Agree;
import longrange.linalg.Matrices;
import longrange.linalg.Sequences;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.junit.jupiter.api.Test;

class RnnTest {
  /// Stanford CS231n, assignment 3 of 2023, notebook RNN_Captioning: the values of its step.
  @Test
  void oneStepEqualsTheValuesPrintedByCs231n() {
    Rnn rnn =
        new Rnn(
            linspace(-0.1, 0.9, 10, 4),
            linspace(-0.3, 0.7, 4, 4),
            linspace(-0.2, 0.4, 1, 4),
            Activation.TANH);
    DMatrixRMaj next =
        rnn.states(List.of(linspace(-0.4, 0.7, 3, 10)), linspace(-0.2, 0.5, 3, 4)).getLast();
    Cs231n.assertRow(next, 0, -0.58172089, -0.50182032, -0.41232771, -0.31410098);
    Cs231n.assertRow(next, 2, 0.97934501, 0.99144213, 0.99646691, 0.99854353);
  }

  /// The same notebook: the values of its sequence. Its x is (N,T,D), batch first.
  @Test
  void aSequenceEqualsTheValuesPrintedByCs231n() {
    Rnn rnn =
        new Rnn(
            linspace(-0.2, 0.4, 4, 5),
            linspace(-0.4, 0.1, 5, 5),
            linspace(-0.7, 0.1, 1, 5),
            Activation.TANH);
    List<DMatrixRMaj> inputs = Cs231n.sequence(-0.1, 0.3, 2, 3, 4);
    DMatrixRMaj last = rnn.states(inputs, linspace(-0.3, 0.1, 2, 5)).getLast();
    Cs231n.assertRow(last, 1, -0.51014825, -0.30524429, -0.06755202, 0.17806392, 0.40333043);
  }

  /// `h' = tanh(W h + U x + b)` by hand: W h = (2, 6), U x = (-1, 1), so a = (1.5, 6.5).
  @Test
  void aNetworkFromColumnsComputesInColumns() {
    Rnn rnn =
        Rnn.fromColumns(
            Matrices.of(new double[][] {{1, 1}, {2, 4}}),
            Matrices.of(new double[][] {{-1}, {1}}),
            0.5,
            -0.5);
    DMatrixRMaj next = rnn.states(List.of(Matrices.row(1)), Matrices.row(1, 1)).getLast();
    Agree.within(1e-15, Matrices.row(Math.tanh(1.5), Math.tanh(6.5)), next);
  }

  @Test
  void withoutUEachUnitHasItsOwnInput() {
    DMatrixRMaj w = Matrices.of(new double[][] {{1, 1}, {2, 4}});
    List<DMatrixRMaj> inputs = List.of(Matrices.row(0.1, 0.2));
    DMatrixRMaj bare = Rnn.fromColumns(w).states(inputs, Matrices.row(1, 1)).getLast();
    Agree.within(1e-15, Matrices.row(Math.tanh(2.1), Math.tanh(6.2)), bare);
    DMatrixRMaj biased = Rnn.fromColumns(w, -1, -5).states(inputs, Matrices.row(1, 1)).getLast();
    Agree.within(1e-15, Matrices.row(Math.tanh(1.1), Math.tanh(1.2)), biased);
  }

  @Test
  void aNetworkToTrainStartsOrthogonal() {
    Rnn rnn = Rnn.seeded(4, 8, new Random(1));
    Agree.within(
        1e-13, CommonOps_DDRM.identity(8), CommonOps_DDRM.multTransA(rnn.wh(), rnn.wh(), null));
    assertEquals(0.5, CommonOps_DDRM.elementMaxAbs(rnn.wx()), 0.1);
  }

  /// Le et al. (2015): the network begins as an adder.
  @Test
  void anIdentityNetworkHasJacobianOneWhileItsUnitsAreActive() {
    Rnn rnn = Rnn.identity(2, 3, new Random(1));
    assertEquals(Activation.RELU, rnn.phi());
    DMatrixRMaj active = rnn.jacobian(Matrices.row(1, -1), Matrices.row(1, 2, 3));
    Agree.within(0, CommonOps_DDRM.identity(3), active);
    DMatrixRMaj oneSilent = rnn.jacobian(Matrices.row(0, 0), Matrices.row(1, -2, 3));
    Agree.within(0, Matrices.diagonal(1, 0, 1), oneSilent);
    DMatrixRMaj many = Rnn.identity(100, 100, new Random(1)).wx();
    assertEquals(0.001, NormOps_DDRM.normF(many) / 100, 0.0001);
  }

  /// "ReLU has its own problems for RNNs": nothing bounds the state. One unit, w = 1.1, no input,
  /// from 1: it is `1.1ᵗ`, where a tanh unit stays below 1.
  @Test
  void theStateOfARectifierNetworkCanExplode() {
    Rnn tanh = Rnn.fromColumns(Matrices.row(1.1));
    List<DMatrixRMaj> silence = Sequences.zeros(200, 1, 1);
    DMatrixRMaj last = tanh.with(Activation.RELU).states(silence, Matrices.row(1)).getLast();
    assertEquals(Math.pow(1.1, 200), last.get(0), 1e-4);
    assertTrue(tanh.states(silence, Matrices.row(1)).getLast().get(0) < 1);
  }

  /// And units die: one that is silent has slope 0 whatever comes, so nothing is learned through
  /// it. One unit, bias -1: inputs of ±0.9 for 50 steps leave it at 0, and the gradient of every
  /// weight is 0.
  @Test
  void aRectifierUnitThatIsSilentLearnsNothing() {
    Rnn dead = Rnn.fromColumns(Matrices.row(0.5), -1).with(Activation.RELU);
    Random random = new Random(1);
    Tape tape = Tape.training();
    Var h = tape.constant(Matrices.row(0));
    for (int t = 0; t < 50; t++) {
      h = dead.step(tape.constant(Matrices.row(random.nextDouble(-0.9, 0.9))), h);
    }
    tape.backward(h);
    assertEquals(0, h.value().get(0));
    for (DMatrixRMaj p : dead.parameters()) {
      assertEquals(0, tape.parameter(p).adjoint().get(0));
    }
  }

  /// "A pattern recognised at position 5 will be recognised at position 50": the weights are
  /// shared, the state is not. One unit, w = 2, the pattern is one input of 1; after silence and
  /// after five inputs of -1 it meets another state, and ends on another side of 0.
  @Test
  void theSamePatternFromAnotherStateGivesAnotherResponse() {
    Rnn rnn = Rnn.fromColumns(Matrices.row(2));
    DMatrixRMaj pattern = Matrices.row(1);
    DMatrixRMaj quiet = rnn.states(Sequences.zeros(5, 1, 1), Matrices.row(0)).getLast();
    DMatrixRMaj pushed =
        rnn.states(Collections.nCopies(5, Matrices.row(-1)), Matrices.row(0)).getLast();
    assertEquals(Math.tanh(1), rnn.states(List.of(pattern), quiet).getLast().get(0), 1e-15);
    assertTrue(rnn.states(List.of(pattern), pushed).getLast().get(0) < -0.7);
  }

  @Test
  void weightsThatDoNotFitAreNamedInOneSentence() {
    assertRefused("Wx is (9,64) but Wh is (32,32): need Wx.cols = Wh.cols", 9, 64, 32, 32, 32);
    assertRefused("Wh is (32,31): need (32,32)", 9, 32, 32, 31, 32);
    assertRefused("b is (1,31): need (1,32)", 9, 32, 32, 32, 31);
  }

  private static void assertRefused(String sentence, int d, int n, int rows, int cols, int b) {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new Rnn(
                    new DMatrixRMaj(d, n),
                    new DMatrixRMaj(rows, cols),
                    new DMatrixRMaj(1, b),
                    Activation.TANH));
    assertEquals(sentence, error.getMessage());
  }
}
