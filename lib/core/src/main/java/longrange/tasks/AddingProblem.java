package longrange.tasks;

import java.util.List;
import java.util.random.RandomGenerator;
import longrange.linalg.Need;
import longrange.linalg.Sequences;
import org.ejml.data.DMatrixRMaj;

/// Two of T numbers are marked, and at the end their sum is asked for (after Hochreiter and
/// Schmidhuber 1997, experiment 4).
///
/// An input is (number, mark): the numbers are uniform in [0,1), the mark is 1 at one place of the
/// first half and at one of the second, drawn uniformly, and else 0. Who always answers 1 has the
/// variance of the sum as loss, 1/6. [SignedAddingProblem] is the task as it was first printed.
///
/// @param length T, the number of steps, at least 2
public record AddingProblem(int length) implements Task {
  /// Of a number drawn uniformly from [0,1).
  private static final double UNIFORM_VARIANCE = 1.0 / 12;

  public AddingProblem {
    Need.that(length >= 2, "length", length, "at least 2: two numbers are marked");
  }

  @Override
  public Sizes sizes() {
    return new Sizes(2, 1);
  }

  /// Sees nothing, and answers 1.
  @Override
  public double baseline() {
    return 2 * UNIFORM_VARIANCE;
  }

  @Override
  public Batch batch(int size, RandomGenerator random) {
    List<DMatrixRMaj> inputs = Sequences.zeros(length, size, 2);
    DMatrixRMaj sums = new DMatrixRMaj(size, 1);
    for (int row = 0; row < size; row++) {
      for (DMatrixRMaj x : inputs) {
        x.set(row, 0, random.nextDouble());
      }
      int half = length / 2;
      for (int marked : new int[] {random.nextInt(half), random.nextInt(half, length)}) {
        inputs.get(marked).set(row, 1, 1);
        sums.add(row, 0, inputs.get(marked).get(row, 0));
      }
    }
    return Batch.atTheEnd(inputs, sums);
  }
}
