package longrange.probes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import longrange.linalg.Cancellation;
import longrange.linalg.Matrices;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.MatrixFeatures_DDRM;

/// Which inputs reach which outputs of a map from sequences to sequences, found by trying.
///
/// One input is replaced, and every output that changes in any bit depends on it. That is proof. An
/// output that does not change is evidence only: a saturated unit can hide a path. So each input is
/// replaced several times. It needs no gradient, and finds what a gradient cannot: through a
/// detached memory there is reach without gradient.
public final class DependencyGraph {
  /// A path hidden from three independent draws is hidden nearly everywhere.
  private static final int TRIES = 3;

  private final boolean[][] reaches; // [output][input]

  private DependencyGraph(boolean[][] reaches) {
    this.reaches = reaches;
  }

  /// The graph of a map, tried on one sequence.
  ///
  /// @param map from T inputs to any number of outputs; it must give the same for the same
  /// @param inputs T times (B,d). Not modified.
  /// @param random draws the replacements, normal with deviation 1
  public static DependencyGraph of(
      UnaryOperator<List<DMatrixRMaj>> map, List<DMatrixRMaj> inputs, RandomGenerator random) {
    List<DMatrixRMaj> outputs = map.apply(inputs);
    boolean[][] reaches = new boolean[outputs.size()][inputs.size()];
    for (int t = 0; t < inputs.size(); t++) {
      for (int i = 0; i < TRIES; i++) {
        Cancellation.onInterrupt().check("the dependency graph at input " + t);
        DMatrixRMaj old = inputs.get(t);
        List<DMatrixRMaj> changed = new ArrayList<>(inputs);
        changed.set(t, Matrices.gaussian(old.getNumRows(), old.getNumCols(), 1, random));
        List<DMatrixRMaj> after = map.apply(changed);
        for (int out = 0; out < reaches.length; out++) {
          reaches[out][t] |= !MatrixFeatures_DDRM.isIdentical(outputs.get(out), after.get(out), 0);
        }
      }
    }
    return new DependencyGraph(reaches);
  }

  /// Whether input `in` reaches output `out`; both count from 0.
  public boolean reaches(int in, int out) {
    return reaches[out][in];
  }

  /// The inputs that reach an output, ascending.
  public List<Integer> inputsOf(int out) {
    return IntStream.range(0, reaches[out].length).filter(in -> reaches[out][in]).boxed().toList();
  }

  /// Whether no output depends on a later input.
  public boolean isCausal() {
    return IntStream.range(0, reaches.length)
        .noneMatch(
            out -> IntStream.range(out + 1, reaches[out].length).anyMatch(in -> reaches[out][in]));
  }

  /// The largest lag `out - in` of an input that reaches this output; -1 when none does.
  public int reach(int out) {
    List<Integer> inputs = inputsOf(out);
    return inputs.isEmpty() ? -1 : out - inputs.getFirst();
  }
}
