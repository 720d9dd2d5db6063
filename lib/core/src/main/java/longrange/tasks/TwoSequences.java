package longrange.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import longrange.linalg.Need;
import longrange.linalg.Sequences;
import org.ejml.data.DMatrixRMaj;

/// A sequence starts with a few numbers 1 or a few numbers -1, then comes noise, and at the end it
/// is asked which it was: 1 or 0 (Bengio, Simard and Frasconi 1994; in the form of Hochreiter and
/// Schmidhuber 1997, section 5.3, task 3a).
///
/// A sequence has T to T + T/10 numbers. The noise has mean 0 and variance 0.2. The task needs one
/// bit to be kept, and weights guessed at random solve it: a model that solves it has shown little.
///
/// @param length T, the numbers of the shortest sequence
/// @param signal how many of them carry the sign, from 1 to length
public record TwoSequences(int length, int signal) implements Task {
  private static final double DEVIATION = Math.sqrt(0.2);

  public TwoSequences {
    Need.that(1 <= signal && signal <= length, "signal", signal, "1 ≤ signal ≤ length = " + length);
  }

  @Override
  public Sizes sizes() {
    return new Sizes(1, 1);
  }

  /// Sees nothing. Half of the answers are 1 and half 0, so it answers ½.
  @Override
  public double baseline() {
    return 0.5 * 0.5;
  }

  @Override
  public Batch batch(int size, RandomGenerator random) {
    List<DMatrixRMaj> inputs = Sequences.zeros(length + length / 10, size, 1);
    DMatrixRMaj values = new DMatrixRMaj(size, 1);
    List<Integer> lengths = new ArrayList<>();
    for (int row = 0; row < size; row++) {
      int numbers = random.nextInt(length, length + length / 10 + 1);
      lengths.add(numbers);
      int bit = random.nextInt(2);
      values.set(row, 0, bit);
      for (int t = 0; t < numbers; t++) {
        inputs.get(t).set(row, 0, t < signal ? 2 * bit - 1 : DEVIATION * random.nextGaussian());
      }
    }
    return Batch.atTheEnds(inputs, lengths, values);
  }
}
