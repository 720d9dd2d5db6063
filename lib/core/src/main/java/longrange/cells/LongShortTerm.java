package longrange.cells;

import java.util.List;
import org.ejml.data.DMatrixRMaj;

/// What both long short-term memories are: one product for all gates, and the state `[h | c]`,
/// (B,2n), of which others read h.
interface LongShortTerm extends Gated {
  /// Input weights, (d, gates · n).
  DMatrixRMaj wx();

  /// Recurrent weights, (n, gates · n).
  DMatrixRMaj wh();

  /// Bias, (1, gates · n).
  DMatrixRMaj b();

  @Override
  default int inputSize() {
    return wx().getNumRows();
  }

  @Override
  default int stateSize() {
    return 2 * outputSize();
  }

  @Override
  default int outputSize() {
    return wh().getNumRows();
  }

  @Override
  default List<DMatrixRMaj> parameters() {
    return List.of(wx(), wh(), b());
  }
}
