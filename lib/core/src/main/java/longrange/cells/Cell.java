package longrange.cells;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import longrange.autodiff.Tape;
import longrange.autodiff.Var;
import longrange.linalg.Kernels;
import longrange.linalg.Need;
import longrange.linalg.Shapes;
import org.ejml.data.DMatrixRMaj;

/// One step of a recurrent network: input and state in, next state out.
///
/// All that is remembered between two steps is in the state, one matrix. A cell is run over a
/// sequence by calling it T times, and [#over] does just this:
///
/// ```
/// for (DMatrixRMaj x : inputs) s = cell.step(tape.constant(x), s);
/// ```
///
/// Seen as a [Layer] it takes the inputs to its outputs, beginning at the zero state.
public interface Cell extends Layer {
  /// n, the columns of the state.
  int stateSize();

  /// The columns of that part of the state which readouts and further layers see.
  @Override
  default int outputSize() {
    return stateSize();
  }

  /// The output, the first columns of a state unless a cell says otherwise.
  ///
  /// @param s (B,n)
  default Var output(Var s) {
    return outputSize() == stateSize() ? s : s.columns(0, outputSize());
  }

  /// Its steps may be fused, and a tape does not see into them.
  @Override
  default long multiplications(int steps) {
    return steps * multiplications();
  }

  /// The multiplications of one step's matrix products, for one sequence: counted, not estimated.
  default long multiplications() {
    Tape tape = Tape.frozen();
    Var x = tape.constant(new DMatrixRMaj(1, inputSize()));
    var _ = equations(x, tape.constant(new DMatrixRMaj(1, stateSize())));
    return tape.multiplications();
  }

  /// The next state by small operations, the way the paper prints it.
  ///
  /// @param x (B,d)
  /// @param s (B,n)
  /// @return (B,n)
  Var equations(Var x, Var s);

  /// The next state as one operation on the tape, with the pullback derived by hand.
  ///
  /// @param x (B,d)
  /// @param s (B,n)
  /// @return (B,n)
  Var step(Var x, Var s);

  /// The same step in the form in which the kernels can run it over a whole sequence; empty for a
  /// cell that they do not know.
  default Optional<Fused> fused() {
    return Optional.empty();
  }

  /// The cell over a sequence, on the tape of its inputs: one operation where the kernels know the
  /// cell, else one a step.
  ///
  /// @param inputs T times (B,d), at least one
  /// @param before the state before the first input, (B,n)
  default Run over(List<Var> inputs, Var before) {
    inputs.forEach(x -> needShapes(x.value(), before.value()));
    return Kernels.chosen()
        .fusing()
        .flatMap(backend -> fused().<Run>map(cell -> new FusedRun(backend, cell, inputs, before)))
        .orElseGet(() -> Run.stepByStep(this, inputs, before));
  }

  /// The same from the zero state.
  ///
  /// @param inputs T times (B,d), at least one
  default Run over(List<Var> inputs) {
    Need.that(!inputs.isEmpty(), "there are no inputs: need at least one");
    Var first = inputs.getFirst();
    int batch = first.value().getNumRows();
    return over(inputs, first.tape().constant(new DMatrixRMaj(batch, stateSize())));
  }

  @Override
  default List<Var> outputs(List<Var> inputs) {
    return over(inputs).outputs();
  }

  /// The Jacobian of one step by its closed form, in the column convention of the chapters: entry
  /// (i,j) is `∂s'_i/∂s_j`.
  ///
  /// @param x (1,d). Not modified.
  /// @param s (1,n), the state before the step. Not modified.
  /// @return (n,n)
  DMatrixRMaj jacobian(DMatrixRMaj x, DMatrixRMaj s);

  /// The states of a run: `s_0`, which is given, to `s_T`.
  ///
  /// @param inputs T times (B,d). Not modified.
  /// @param s0 (B,n). Not modified.
  /// @return T+1 times (B,n)
  default List<DMatrixRMaj> states(List<DMatrixRMaj> inputs, DMatrixRMaj s0) {
    List<DMatrixRMaj> states = new ArrayList<>();
    states.add(s0);
    for (DMatrixRMaj x : inputs) {
      Tape tape = Tape.frozen();
      states.add(step(tape.constant(x), tape.constant(states.getLast())).value());
    }
    return states;
  }

  /// Refuses an input or a state that does not fit this cell or the other one.
  default void needShapes(DMatrixRMaj x, DMatrixRMaj s) {
    Shapes.need("x", x, x.getNumRows(), inputSize());
    Shapes.need("s", s, s.getNumRows(), stateSize());
    Shapes.need(x.getNumRows() == s.getNumRows(), "x", x, "s", s, "x.rows = s.rows");
  }
}
