package longrange.models;

import java.util.List;
import longrange.autodiff.Var;
import longrange.cells.Cell;
import longrange.cells.Run;
import longrange.linalg.Need;
import org.ejml.data.DMatrixRMaj;

/// A cell run over the sequence, from the zero state.
///
/// @param cell may be a stack of cells, see [longrange.cells.Stacked]
public record Recurrent(Cell cell) implements Layer {
  @Override
  public int inputSize() {
    return cell.inputSize();
  }

  @Override
  public int outputSize() {
    return cell.outputSize();
  }

  @Override
  public List<DMatrixRMaj> parameters() {
    return cell.parameters();
  }

  @Override
  public List<Var> outputs(List<Var> inputs) {
    return run(inputs).outputs();
  }

  /// Its steps are fused, and a tape does not see into them.
  @Override
  public long multiplications(int steps) {
    return steps * cell.multiplications();
  }

  /// The cell's run over the inputs, from the zero state.
  ///
  /// @param inputs T times (B,d), on one tape, at least one
  public Run run(List<Var> inputs) {
    Need.that(!inputs.isEmpty(), "there are no inputs: need at least one");
    Var first = inputs.getFirst();
    int batch = first.value().getNumRows();
    return cell.over(inputs, first.tape().constant(new DMatrixRMaj(batch, cell.stateSize())));
  }
}
