package longrange.training;

import java.util.List;
import longrange.autodiff.Tape;
import longrange.autodiff.Var;
import longrange.models.Model;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/// What a backward sweep has brought.
///
/// @param loss where it started
/// @param gradients in the order of the parameters; nobody else's
record Swept(double loss, List<DMatrixRMaj> gradients) {
  /// Sweeps back from a loss.
  static Swept from(Var loss, Tape tape, Model model) {
    tape.backward(loss);
    return new Swept(
        loss.value().get(0),
        model.parameters().stream().map(p -> tape.parameter(p).adjoint().copy()).toList());
  }

  /// The sum of two sweeps. The gradients of this one are changed.
  Swept plus(Swept other) {
    for (int i = 0; i < gradients.size(); i++) {
      CommonOps_DDRM.addEquals(gradients.get(i), other.gradients.get(i));
    }
    return new Swept(loss + other.loss, gradients);
  }
}
