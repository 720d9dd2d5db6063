package longrange.probes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import longrange.cells.Rnn;
import longrange.linalg.Matrices;
import longrange.linalg.Sequences;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class DependencyGraphTest {
  private static final List<DMatrixRMaj> INPUTS = Sequences.gaussian(6, 1, 2, 1, new Random(1));

  @Test
  void everyStateOfARecurrentNetworkDependsOnAllInputsSoFar() {
    Random random = new Random(2);
    Rnn rnn = Rnn.seeded(2, 3, random);
    DependencyGraph graph =
        graph(inputs -> rnn.states(inputs, new DMatrixRMaj(1, 3)).subList(1, 7));
    assertTrue(graph.isCausal());
    assertEquals(List.of(0, 1, 2, 3), graph.inputsOf(3));
    assertEquals(5, graph.reach(5));
  }

  @Test
  void aMapThatLooksAheadIsNotCausal() {
    DependencyGraph graph = graph(List::reversed);
    assertFalse(graph.isCausal());
    assertTrue(graph.reaches(5, 0));
    assertFalse(graph.reaches(0, 0));
  }

  /// Input t and the one two steps before: the taps of a dilated convolution.
  @Test
  void tapsAreFoundOneByOne() {
    DependencyGraph graph =
        graph(inputs -> {
          List<DMatrixRMaj> outputs = new ArrayList<>(inputs);
          for (int t = 2; t < inputs.size(); t++) {
            outputs.set(t, CommonOps_DDRM.add(inputs.get(t), inputs.get(t - 2), null));
          }
          return outputs;
        });
    assertEquals(List.of(2, 4), graph.inputsOf(4));
    assertEquals(2, graph.reach(4));
  }

  @Test
  void anOutputThatDependsOnNothingHasNoReach() {
    DependencyGraph graph = graph(inputs -> List.of(Matrices.row(7)));
    assertEquals(List.of(), graph.inputsOf(0));
    assertEquals(-1, graph.reach(0));
  }

  private static DependencyGraph graph(UnaryOperator<List<DMatrixRMaj>> map) {
    return DependencyGraph.of(map, INPUTS, new Random(3));
  }
}
