package longrange.probes;

import java.util.List;
import java.util.stream.IntStream;
import longrange.cells.Cell;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.MatrixFeatures_DDRM;

/// The Jacobians of the single steps of a run, each by the cell's closed form when it is asked for:
/// most who probe a run ask for none, and all of them cost as much as the probe.
final class ClosedForms {
  private final Cell cell;
  private final List<DMatrixRMaj> inputs;
  private final List<DMatrixRMaj> states;
  private final List<DMatrixRMaj> parametersThen;

  /// @param inputs of the run
  /// @param states of the run, one more
  ClosedForms(Cell cell, List<DMatrixRMaj> inputs, List<DMatrixRMaj> states) {
    this.cell = cell;
    this.inputs = List.copyOf(inputs);
    this.states = List.copyOf(states);
    this.parametersThen = cell.parameters().stream().map(DMatrixRMaj::copy).toList();
  }

  /// T.
  int steps() {
    return inputs.size();
  }

  /// `∂s_{t+1}/∂s_t`, (n,n), for t from 0.
  ///
  /// @throws IllegalStateException when the cell has learned since the run
  DMatrixRMaj at(int t) {
    List<DMatrixRMaj> now = cell.parameters();
    if (!IntStream.range(0, now.size())
        .allMatch(p -> MatrixFeatures_DDRM.isIdentical(now.get(p), parametersThen.get(p), 0))) {
      throw new IllegalStateException(
          "the cell's weights have changed since it was probed: probe it again to see its steps");
    }
    return cell.jacobian(inputs.get(t), states.get(t));
  }
}
