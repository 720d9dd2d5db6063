package longrange.tasks;

import java.util.random.RandomGenerator;

/// Something to be learned from sequences.
///
/// A task is a record: what it prints is what makes it again. Two figures are known of it without
/// any training, and a loss is read between them: what it costs to remember nothing, and what the
/// best of all answers costs.
public interface Task {
  /// How wide it is.
  ///
  /// @param inputs d, the columns of an input
  /// @param targets m, the columns of a target
  record Sizes(int inputs, int targets) {}

  /// The columns of its inputs and targets.
  Sizes sizes();

  /// d, the columns of an input.
  default int inputSize() {
    return sizes().inputs();
  }

  /// m, the columns of a target.
  default int targetSize() {
    return sizes().targets();
  }

  /// The mean loss of the best answer that remembers nothing of the sequence. What it still sees,
  /// each task says: nothing, the time, or the input of the moment.
  double baseline();

  /// The mean loss of the best of all answers: 0 where the sequence decides what is right.
  default double floor() {
    return 0;
  }

  /// Draws fresh sequences.
  Batch batch(int size, RandomGenerator random);
}
