package longrange.cells;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import longrange.autodiff.Var;
import longrange.linalg.Matrices;
import org.ejml.data.DMatrixRMaj;

/// What is applied to each unit's pre-activation.
@SuppressWarnings("ImmutableEnumChecker") // its functions hold nothing
public enum Activation {
  /// The hyperbolic tangent. Beyond |a| = 19 it rounds to ±1, and its slope to 0.
  TANH(Math::tanh, y -> 1 - y * y),

  /// The logistic function `σ(a) = 1 / (1 + e^-a)`: how far a gate is open.
  SIGMOID(a -> 1 / (1 + Math.exp(-a)), y -> y * (1 - y)),

  /// The positive part. An active unit has slope 1, a silent one 0; nothing bounds the state.
  RELU(a -> Math.max(a, 0), y -> y > 0 ? 1 : 0),

  /// None: the network is linear, and its Jacobians are powers of W.
  IDENTITY(a -> a, y -> 1);

  private final DoubleUnaryOperator phi;
  private final DoubleUnaryOperator slope;

  Activation(DoubleUnaryOperator phi, DoubleUnaryOperator slope) {
    this.phi = phi;
    this.slope = slope;
  }

  /// `y = φ(a)`.
  public double at(double a) {
    return phi.applyAsDouble(a);
  }

  /// `φ'(a)`, from the output `y = φ(a)`: this is what a backward pass still has.
  public double slope(double y) {
    return slope.applyAsDouble(y);
  }

  /// `φ` on the tape, entry by entry.
  public Var of(Var a) {
    return a.map(phi, slope);
  }

  /// `φ` of every entry, (B,n), in place.
  DMatrixRMaj at(DMatrixRMaj a) {
    for (int i = 0; i < a.getNumElements(); i++) {
      a.data[i] = at(a.data[i]);
    }
    return a;
  }

  /// The Jacobian of one row, `diag(φ')`, (n,n).
  ///
  /// @param y the output, (1,n). Not modified.
  DMatrixRMaj jacobian(DMatrixRMaj y) {
    return Matrices.diagonal(Arrays.stream(y.data).map(slope).toArray());
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
