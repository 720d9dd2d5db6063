package longrange.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import longrange.linalg.Agree;
import longrange.linalg.Matrices;
import longrange.linalg.Sequences;
import longrange.probes.JacobianProbe;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.SingularOps_DDRM;
import org.junit.jupiter.api.Test;

class JordanTest {
  /// Two hidden units, one output, all linear: h = (3·2 + 4, 5·2 - 4) = (10, 6), y' = 10 - 6 + ½.
  @Test
  void theOutputIsWhatComesBack() {
    var cell =
        new Jordan(
            Matrices.row(3, 5),
            Matrices.row(1, -1),
            Matrices.row(0, 0),
            Matrices.of(new double[][] {{1}, {-1}}),
            Matrices.row(0.5),
            Activation.IDENTITY,
            Activation.IDENTITY);
    Agree.within(
        0, Matrices.row(4.5), cell.states(List.of(Matrices.row(2)), Matrices.row(4)).getLast());
  }

  /// Two outputs remember no more than two numbers, whatever stands between. Seen as cells, an
  /// Elman network of 20 units has a Jacobian of rank 20; as a Jordan network of 20 hidden units,
  /// of rank 2 at most.
  @Test
  void aWideHiddenLayerRemembersNoMoreThanTheOutput() {
    Random random = new Random(1);
    List<DMatrixRMaj> inputs = Sequences.gaussian(3, 1, 4, 0.1, random);
    Jordan jordan = Jordan.seeded(4, 20, 2, random);
    assertEquals(2, rank(jordan, inputs));
    assertEquals(20, rank(Rnn.seeded(4, 20, random), inputs));
  }

  private static int rank(Cell cell, List<DMatrixRMaj> inputs) {
    var run = JacobianProbe.of(cell).run(inputs, new DMatrixRMaj(1, cell.stateSize()));
    return SingularOps_DDRM.rank(run.matrix(3).toMatrix());
  }

  @Test
  void weightsThatDoNotFitAreNamedInOneSentence() {
    DMatrixRMaj b = new DMatrixRMaj(1, 5);
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new Jordan(
                    new DMatrixRMaj(3, 5),
                    new DMatrixRMaj(2, 5),
                    b,
                    new DMatrixRMaj(5, 3),
                    new DMatrixRMaj(1, 2),
                    Activation.TANH,
                    Activation.TANH));
    assertEquals("V is (5,3): need (5,2)", error.getMessage());
  }
}
