package longrange.probes;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import longrange.autodiff.Tape;
import longrange.autodiff.Var;
import longrange.cells.Cell;
import longrange.cells.Fused;
import longrange.linalg.Kernels;
import longrange.linalg.Matrices;
import longrange.linalg.kernels.Buffers;
import longrange.linalg.kernels.Precision;
import longrange.linalg.kernels.Sequence;
import org.ejml.data.DMatrixRMaj;

/// A run of one sequence that can be swept back step by step, with any number of adjoints at once.
interface Backward {
  /// The states of the run, `s_0` to `s_T`, (1,n) each.
  List<DMatrixRMaj> states();

  /// From adjoints of the state after input t to those of the state before it.
  ///
  /// @param after one adjoint a row, (m,n). Not modified.
  /// @return (m,n), nobody else's
  DMatrixRMaj overOneStep(int t, DMatrixRMaj after);

  /// Runs a cell, as one operation where the kernels know it.
  ///
  /// @param inputs T times (1,d). Not modified.
  /// @param s0 the state before the first step, (1,n). Not modified.
  static Backward of(Cell cell, List<DMatrixRMaj> inputs, DMatrixRMaj s0) {
    Optional<Fused> fused = inputs.isEmpty() ? Optional.empty() : cell.fused();
    inputs.forEach(x -> cell.needShapes(x, s0));
    return Kernels.chosen()
        .fusing()
        .flatMap(backend ->
            fused.map(one ->
                backend.run(
                    Precision.DOUBLE, one.wiring(), one.weights(), inputs, s0, new Buffers())))
        .<Backward>map(run -> Whole.of(run, inputs.size(), s0))
        .orElseGet(() -> new StepByStep(cell, inputs, cell.states(inputs, s0)));
  }

  /// The composed form: each step on a tape of its own, the sequence as often in its batch as there
  /// are adjoints.
  record StepByStep(Cell cell, List<DMatrixRMaj> inputs, List<DMatrixRMaj> states)
      implements Backward {
    @Override
    public DMatrixRMaj overOneStep(int t, DMatrixRMaj after) {
      int m = after.getNumRows();
      Tape tape = Tape.frozen();
      Var before = tape.variable(Matrices.repeated(states.get(t), m));
      Var x = tape.constant(Matrices.repeated(inputs.get(t), m));
      tape.backward(cell.step(x, before), after);
      return before.adjoint().copy();
    }
  }

  /// The fused form.
  record Whole(Sequence run, List<DMatrixRMaj> states) implements Backward {
    static Whole of(Sequence run, int steps, DMatrixRMaj s0) {
      Stream<DMatrixRMaj> after = IntStream.range(0, steps).mapToObj(run::state);
      return new Whole(run, Stream.concat(Stream.of(s0), after).toList());
    }

    @Override
    public DMatrixRMaj overOneStep(int t, DMatrixRMaj after) {
      return run.backOneStep(t, after);
    }
  }
}
