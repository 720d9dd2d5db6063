package longrange.training;

import java.util.List;
import org.ejml.data.DMatrixRMaj;

/// How a gradient becomes a change of the parameters. A rule is a record: what it prints is what
/// makes it again.
public sealed interface UpdateRule permits Sgd, Adam {
  /// Begins a training: the rule's own memory, if it has one, is zero.
  ///
  /// @param parameters changed in place by every step
  Update of(List<DMatrixRMaj> parameters);

  /// A rule at work on some parameters.
  @FunctionalInterface
  interface Update {
    /// Changes the parameters, in place.
    ///
    /// @param gradients in the order and the shapes of the parameters. Not modified.
    void step(List<DMatrixRMaj> gradients, double learningRate);
  }
}
