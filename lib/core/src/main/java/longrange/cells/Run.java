package longrange.cells;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import longrange.autodiff.Var;

/// A cell that was run over a sequence, on a tape. What follows after one input is asked for by its
/// time: a run that is one operation records only what somebody wants.
public interface Run {
  /// T, the number of inputs.
  int steps();

  /// The output after input t, from 0.
  Var output(int t);

  /// The state after input t, from 0, (B,n).
  Var state(int t);

  /// The state after the last input, (B,n).
  default Var last() {
    return state(steps() - 1);
  }

  /// All outputs in order, each recorded when it is first asked for.
  default List<Var> outputs() {
    return new AbstractList<>() {
      @Override
      public Var get(int t) {
        return output(t);
      }

      @Override
      public int size() {
        return steps();
      }
    };
  }

  /// One operation a step: the composed form, which the fused one is checked against.
  static Run stepByStep(Cell cell, List<Var> inputs, Var before) {
    List<Var> states = new ArrayList<>();
    Var s = before;
    for (Var x : inputs) {
      s = cell.step(x, s);
      states.add(s);
    }
    return new Stepped(cell, states);
  }

  /// The states of a run, step by step.
  record Stepped(Cell cell, List<Var> states) implements Run {
    @Override
    public int steps() {
      return states.size();
    }

    @Override
    public Var output(int t) {
      return cell.output(states.get(t));
    }

    @Override
    public Var state(int t) {
      return states.get(t);
    }
  }
}
