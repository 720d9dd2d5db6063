package longrange.cells;

import java.util.List;
import org.ejml.data.DMatrixRMaj;

/// A cell whose parameters are those of one map, `x Wx + h Wh + b`, see [Affine].
interface AffineCell extends Cell {
  /// Input weights, (d,m).
  DMatrixRMaj wx();

  /// Recurrent weights, with m columns.
  DMatrixRMaj wh();

  /// Bias, (1,m).
  DMatrixRMaj b();

  @Override
  default int inputSize() {
    return wx().getNumRows();
  }

  @Override
  default List<DMatrixRMaj> parameters() {
    return List.of(wx(), wh(), b());
  }
}
