package longrange.probes;

import java.util.List;
import java.util.stream.IntStream;
import longrange.cells.Cell;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.MatrixFeatures_DDRM;

/// The Jacobians of the single steps of a run, each by the cell's closed form when it is asked for:
/// most who probe a run ask for none, and all of them cost as much as the probe.
///
/// @param inputs of the run
/// @param states of the run, one more
/// @param parametersThen the cell's parameters at the time of the run
record ClosedForms(
    Cell cell,
    List<DMatrixRMaj> inputs,
    List<DMatrixRMaj> states,
    List<DMatrixRMaj> parametersThen) {
  static ClosedForms of(Cell cell, List<DMatrixRMaj> inputs, List<DMatrixRMaj> states) {
    List<DMatrixRMaj> now = cell.parameters().stream().map(DMatrixRMaj::copy).toList();
    return new ClosedForms(cell, List.copyOf(inputs), states, now);
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
