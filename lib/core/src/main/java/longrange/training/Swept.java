package longrange.training;

import java.time.Duration;
import java.util.List;
import longrange.autodiff.Tape;
import longrange.autodiff.Var;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/// What a backward sweep has brought.
///
/// @param loss where it started
/// @param gradients in the order of the parameters; nobody else's
public record Swept(double loss, List<DMatrixRMaj> gradients) {
  /// Sweeps back from a loss.
  static Swept from(Var loss, Tape tape, List<DMatrixRMaj> parameters) {
    tape.backward(loss);
    return new Swept(
        loss.value().get(0),
        parameters.stream().map(p -> tape.parameter(p).adjoint().copy()).toList());
  }

  /// Clips the gradient and makes a step with it.
  ///
  /// @throws DivergedException when the loss or its gradient is no longer a finite number
  TrainingStep descend(
      UpdateRule.Update update, double learningRate, double clip, int number, Duration elapsed) {
    double norm = GlobalNorm.clip(gradients, clip);
    TrainingStep step = new TrainingStep(number, loss, norm, elapsed);
    if (!Double.isFinite(loss) || !Double.isFinite(norm)) {
      throw new DivergedException(step, learningRate, clip);
    }
    update.step(gradients, learningRate);
    return step;
  }

  /// The sweep of a loss that is so many times as large. The gradients of this one are changed.
  Swept times(double factor) {
    gradients.forEach(g -> CommonOps_DDRM.scale(factor, g));
    return new Swept(loss * factor, gradients);
  }

  /// The sum of two sweeps. The gradients of this one are changed.
  Swept plus(Swept other) {
    for (int i = 0; i < gradients.size(); i++) {
      CommonOps_DDRM.addEquals(gradients.get(i), other.gradients.get(i));
    }
    return new Swept(loss + other.loss, gradients);
  }
}
