package longrange.models;

import java.util.ArrayList;
import java.util.List;
import longrange.autodiff.Var;
import longrange.cells.Cell;
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
    return states(inputs, zeroState(inputs)).stream().map(cell::output).toList();
  }

  /// The states after each input, from a given one: so that a run can be cut into pieces, and a
  /// state handed from one cell to another.
  ///
  /// @param inputs T times (B,d)
  /// @param before the state before the first input, (B,n)
  /// @return T times (B,n)
  public List<Var> states(List<Var> inputs, Var before) {
    List<Var> states = new ArrayList<>();
    Var s = before;
    for (Var x : inputs) {
      s = cell.step(x, s);
      states.add(s);
    }
    return states;
  }

  /// The state of every sequence before it begins, (B,n).
  Var zeroState(List<Var> inputs) {
    Var first = inputs.getFirst();
    return first.tape().constant(new DMatrixRMaj(first.value().getNumRows(), cell.stateSize()));
  }
}
