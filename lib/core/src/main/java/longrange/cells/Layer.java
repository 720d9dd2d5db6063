package longrange.cells;

import java.util.List;
import longrange.autodiff.Tape;
import longrange.autodiff.Var;
import longrange.linalg.Sequences;

/// Takes a sequence to a sequence of the same length. What a model reads its answers from is made
/// of layers: a [Cell] is one, run over the sequence, and others are not recurrent.
public interface Layer extends Piece {
  /// The outputs, one for each input.
  ///
  /// @param inputs T times (B,d), on one tape, at least one
  /// @return T times (B, outputSize)
  List<Var> outputs(List<Var> inputs);

  /// The multiplications of its matrix products over one sequence: counted, not estimated.
  ///
  /// @param steps T
  default long multiplications(int steps) {
    Tape tape = Tape.frozen();
    var _ = outputs(Sequences.zeros(steps, 1, inputSize()).stream().map(tape::constant).toList());
    return tape.multiplications();
  }
}
