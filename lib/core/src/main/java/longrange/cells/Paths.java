package longrange.cells;

import longrange.autodiff.Var;

/// Which paths from one state to the next a gradient takes through a gated cell.
///
/// A gated cell carries its state along a line of its own, `c' = f ∘ c + …`, and also reads it: the
/// gates and what is to be written are computed from the state before. The forward values are the
/// same in both cases, so that two probes of one run show how much of the gradient goes which way.
public enum Paths {
  /// All of them: the derivative.
  TOTAL {
    @Override
    Var read(Var state) {
      return state;
    }
  },

  /// Only the state's own line: what the gates read counts as a constant, once it is in the past.
  /// The gates' weights and inputs still receive their share of this step.
  ///
  /// This is the truncated gradient by which the network of Hochreiter and Schmidhuber (1997) was
  /// trained; and it is what one speaks of when the gradient of an LSTM is said to be the product
  /// of its forget gates.
  DIRECT {
    @Override
    Var read(Var state) {
      return state.detached();
    }
  };

  /// The state as the gates read it.
  abstract Var read(Var state);
}
