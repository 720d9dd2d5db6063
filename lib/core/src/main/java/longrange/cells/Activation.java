package longrange.cells;

import longrange.autodiff.Var;

/// What is applied to each unit's pre-activation.
public enum Activation {
  /// The hyperbolic tangent. Beyond |a| = 19 it rounds to ±1, and its slope to 0.
  TANH {
    @Override
    public double at(double a) {
      return Math.tanh(a);
    }

    @Override
    public double slope(double y) {
      return 1 - y * y;
    }

    @Override
    public Var of(Var a) {
      return a.tanh();
    }
  },

  /// None: the network is linear, and its Jacobians are powers of W.
  IDENTITY {
    @Override
    public double at(double a) {
      return a;
    }

    @Override
    public double slope(double y) {
      return 1;
    }

    @Override
    public Var of(Var a) {
      return a;
    }
  };

  /// `y = φ(a)`.
  public abstract double at(double a);

  /// `φ'(a)`, from the output `y = φ(a)`: this is what a backward pass still has.
  public abstract double slope(double y);

  /// `φ` on the tape, entry by entry.
  public abstract Var of(Var a);
}
