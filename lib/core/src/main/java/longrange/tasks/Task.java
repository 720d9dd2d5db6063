package longrange.tasks;

import java.util.random.RandomGenerator;

/// Something to be learned from sequences. Its loss is the mean squared error.
///
/// A task is a record: what it prints is what makes it again.
public interface Task {
  /// d, the columns of an input.
  int inputSize();

  /// m, the columns of a target.
  int targetSize();

  /// The loss of the best answer that does not look at the sequence.
  double baseline();

  /// Draws fresh sequences.
  Batch batch(int size, RandomGenerator random);
}
