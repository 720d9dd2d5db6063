package longrange.cells;

import longrange.autodiff.Var;
import org.ejml.data.DMatrixRMaj;

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

  /// The logistic function `σ(a) = 1 / (1 + e^-a)`: how far a gate is open.
  SIGMOID {
    @Override
    public double at(double a) {
      return 1 / (1 + Math.exp(-a));
    }

    @Override
    public double slope(double y) {
      return y * (1 - y);
    }

    @Override
    public Var of(Var a) {
      return a.sigmoid();
    }
  },

  /// The positive part. An active unit has slope 1, a silent one 0; nothing bounds the state.
  RELU {
    @Override
    public double at(double a) {
      return Math.max(a, 0);
    }

    @Override
    public double slope(double y) {
      return y > 0 ? 1 : 0;
    }

    @Override
    public Var of(Var a) {
      return a.relu();
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

  /// `φ` of every entry, (B,n), in place.
  DMatrixRMaj at(DMatrixRMaj a) {
    for (int i = 0; i < a.getNumElements(); i++) {
      a.data[i] = at(a.data[i]);
    }
    return a;
  }

  /// The adjoint of a, `dY ∘ φ'`, (B,n).
  ///
  /// @param dY the adjoint of the output. Not modified.
  /// @param y the output. Not modified.
  DMatrixRMaj pullBack(DMatrixRMaj dY, DMatrixRMaj y) {
    DMatrixRMaj dA = dY.copy();
    for (int i = 0; i < dA.getNumElements(); i++) {
      dA.data[i] *= slope(y.data[i]);
    }
    return dA;
  }
}
