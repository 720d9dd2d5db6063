package longrange.cells;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import longrange.autodiff.Tape;
import longrange.autodiff.Var;
import longrange.linalg.kernels.Backend;
import longrange.linalg.kernels.Sequence;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/// A run that is one operation on the tape: the whole sequence forward, and the whole sequence
/// back.
///
/// What others read of it are small operations, each recorded when it is asked for. In a sweep they
/// come first, for they were recorded later: each leaves its adjoint here, and the operation itself
/// then takes all of them.
final class FusedRun implements Run {
  /// The value of an operation whose values are all read elsewhere, and the adjoint that says that
  /// one of these was reached.
  private static final DMatrixRMaj NOTHING = new DMatrixRMaj(0, 0);

  private final Fused cell;
  private final List<Var> inputs;
  private final Var before;
  private final Tape tape;
  private final Sequence sequence;
  private final Var whole;
  private final Map<Integer, Var> outputs = new HashMap<>(); // by time, like the next three
  private final Map<Integer, Var> states = new HashMap<>();
  private final Map<Integer, DMatrixRMaj> outputAdjoints = new HashMap<>();
  private final Map<Integer, DMatrixRMaj> stateAdjoints = new HashMap<>();

  FusedRun(Backend backend, Fused cell, List<Var> inputs, Var before) {
    this.cell = cell;
    this.inputs = inputs;
    this.before = before;
    this.tape = before.tape();
    this.sequence =
        backend.run(
            tape.precision(),
            cell.wiring(),
            cell.weights(),
            inputs.stream().map(Var::value).toList(),
            before.value(),
            tape.buffers());
    this.whole = tape.record(NOTHING, d -> pullBack());
  }

  @Override
  public int steps() {
    return inputs.size();
  }

  @Override
  public Var output(int t) {
    return outputs.computeIfAbsent(t, i -> recorded(i, sequence.output(i), outputAdjoints));
  }

  @Override
  public Var state(int t) {
    return states.computeIfAbsent(t, i -> recorded(i, sequence.state(i), stateAdjoints));
  }

  private Var recorded(int t, DMatrixRMaj value, Map<Integer, DMatrixRMaj> adjoints) {
    return tape.record(
        value,
        d -> {
          adjoints.put(t, d);
          whole.accumulate(() -> NOTHING);
        });
  }

  private void pullBack() {
    boolean inputsWanted = !inputs.stream().allMatch(Var::isConstant);
    Sequence.Adjoints adjoints = sequence.backward(new Arrived(), inputsWanted);
    cell.share().accept(tape, adjoints.weights());
    before.accumulate(adjoints::first);
    for (int t = 0; t < adjoints.inputs().size(); t++) {
      DMatrixRMaj dx = adjoints.inputs().get(t);
      inputs.get(t).accumulate(() -> dx);
    }
    outputAdjoints.clear();
    stateAdjoints.clear();
  }

  /// The adjoints that the present sweep has brought.
  private final class Arrived implements Sequence.Seeds {
    @Override
    public @Nullable DMatrixRMaj output(int t) {
      return outputAdjoints.get(t);
    }

    @Override
    public @Nullable DMatrixRMaj state(int t) {
      return stateAdjoints.get(t);
    }
  }
}
