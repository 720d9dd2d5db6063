package longrange.autodiff;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;

/// Derivatives by central differences, `(f(a+h) - f(a-h)) / 2h`: slow, inexact, and without any
/// pullback that could be wrong.
public final class GradientCheck {
  /// The cube root of the rounding error 2⁻⁵³. At this h the error of the formula, about h², and
  /// the rounding error of f, about 2⁻⁵³/h, are equally small: near 3e-11 for an f of size 1.
  private static final double H = Math.cbrt(0x1p-53);

  private GradientCheck() {}

  /// The Jacobian of f, by central differences: (entries of f(a), entries of a), both counted row
  /// by row.
  ///
  /// @param a where the derivative is taken. Changed while f runs, and then put back.
  public static DMatrixRMaj jacobian(UnaryOperator<DMatrixRMaj> f, DMatrixRMaj a) {
    DMatrixRMaj jacobian = new DMatrixRMaj(f.apply(a).getNumElements(), a.getNumElements());
    for (int j = 0; j < a.getNumElements(); j++) {
      double here = a.get(j);
      double above = here + H;
      double below = here - H;
      a.set(j, above);
      DMatrixRMaj fAbove = f.apply(a).copy();
      a.set(j, below);
      DMatrixRMaj fBelow = f.apply(a);
      a.set(j, here);
      for (int i = 0; i < jacobian.getNumRows(); i++) {
        // The step that was really made: here ± H is rounded.
        jacobian.set(i, j, (fAbove.get(i) - fBelow.get(i)) / (above - below));
      }
    }
    return jacobian;
  }

  /// The largest difference between the gradient of a loss by the tape and by central differences.
  ///
  /// @param loss makes the loss, (1,1), on a tape on which the parameter counts as one
  /// @param parameter by which the loss is differentiated. Changed, and then put back.
  public static double largestError(Function<Tape, Var> loss, DMatrixRMaj parameter) {
    DMatrixRMaj differences = jacobian(changed -> loss.apply(Tape.frozen()).value(), parameter);
    Tape tape = Tape.training();
    tape.backward(loss.apply(tape));
    DMatrixRMaj exact = tape.parameter(parameter).adjoint();
    double largest = 0;
    for (int i = 0; i < exact.getNumElements(); i++) {
      largest = Math.max(largest, Math.abs(exact.get(i) - differences.get(i)));
    }
    return largest;
  }
}
