package longrange.bench;

import java.util.List;
import org.ejml.data.DMatrixRMaj;

/// A [Work] with its numbers, ready to be done again and again.
interface Task {
  /// With weights and data that are drawn from one seed.
  static Task of(Work work) {
    return work.kind().equals("probe") ? new ProbeTask(work) : new StepTask(work);
  }

  /// Does it once.
  void run();

  /// What comes out before anything is learned, in the order of [Work#results]: of a step the loss
  /// and the gradient of each parameter, of a probe the norm at each lag.
  List<DMatrixRMaj> result();

  /// All numbers that it starts from: weights, inputs, right answers.
  List<DMatrixRMaj> numbers();
}
