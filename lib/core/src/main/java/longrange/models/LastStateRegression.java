package longrange.models;

import java.util.List;
import java.util.stream.Stream;
import longrange.autodiff.Tape;
import longrange.autodiff.Var;
import longrange.cells.Cell;
import longrange.linalg.Shapes;
import longrange.tasks.Batch;
import org.ejml.data.DMatrixRMaj;

/// A cell run over the sequence from the zero state, and one answer from its last state: `y = s_T V
/// + c`. The loss is the mean squared error.
///
/// @param cell with d inputs and a state of n columns
/// @param v readout weights, (n,m)
/// @param c readout bias, (1,m)
public record LastStateRegression(Cell cell, DMatrixRMaj v, DMatrixRMaj c) implements Model {
  public LastStateRegression {
    Shapes.need("V", v, cell.stateSize(), v.getNumCols());
    Shapes.need("c", c, 1, v.getNumCols());
  }

  @Override
  public List<DMatrixRMaj> parameters() {
    return Stream.concat(cell.parameters().stream(), Stream.of(v, c)).toList();
  }

  @Override
  public Var loss(Tape tape, Batch batch) {
    return answer(tape, batch.inputs()).minus(tape.constant(batch.numbersAtTheEnd())).meanSquare();
  }

  /// The answers to some sequences, (B,m).
  ///
  /// @param inputs T times (B,d), at least one. Not modified.
  public Var answer(Tape tape, List<DMatrixRMaj> inputs) {
    int batch = inputs.getFirst().getNumRows();
    Var s = tape.constant(new DMatrixRMaj(batch, cell.stateSize()));
    for (DMatrixRMaj x : inputs) {
      s = cell.step(tape.constant(x), s);
    }
    return s.times(tape.parameter(v)).plusRow(tape.parameter(c));
  }
}
