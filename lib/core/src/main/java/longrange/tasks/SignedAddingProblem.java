package longrange.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import longrange.linalg.Need;
import longrange.linalg.Sequences;
import org.ejml.data.DMatrixRMaj;

/// The adding problem as it was first printed (Hochreiter and Schmidhuber 1997, section 5.4): its
/// numbers have a sign, and its target is scaled to [0,1].
///
/// A sequence has T to T + T/10 pairs (number, mark), the numbers uniform in [-1,1). One of the
/// first ten pairs is marked with 1, then another of the first T/2 - 1; the first and the last pair
/// have -1. The target is `0.5 + (X₁ + X₂)/4`; the paper counts an answer within 0.04 as right.
///
/// The first pair keeps its -1 even when it is drawn, and then counts as 0. So a little less than
/// two numbers count on average, and 0.5 costs a little less than 2 · (1/3) / 16 = 1/24.
///
/// @param length T, the pairs of the shortest sequence, at least 22, so that both draws have ten
///   places
public record SignedAddingProblem(int length) implements Task {
  private static final int FIRST = 10;

  /// Of a number drawn uniformly from [-1,1).
  private static final double UNIFORM_VARIANCE = 1.0 / 3;

  public SignedAddingProblem {
    Need.that(length >= 22, "length", length, "at least 22: the second mark needs ten places");
  }

  @Override
  public Sizes sizes() {
    return new Sizes(2, 1);
  }

  /// Sees nothing, and answers ½.
  @Override
  public double baseline() {
    double firstIsDrawnFirst = 1.0 / FIRST;
    double firstIsDrawnSecond = (1 - firstIsDrawnFirst) / (secondPlaces() - 1);
    return (2 - firstIsDrawnFirst - firstIsDrawnSecond) * UNIFORM_VARIANCE / (4 * 4);
  }

  private int secondPlaces() {
    return length / 2 - 1;
  }

  @Override
  public Batch batch(int size, RandomGenerator random) {
    List<DMatrixRMaj> inputs = Sequences.zeros(length + length / 10, size, 2);
    DMatrixRMaj values = new DMatrixRMaj(size, 1);
    List<Integer> lengths = new ArrayList<>();
    for (int row = 0; row < size; row++) {
      int pairs = random.nextInt(length, length + length / 10 + 1);
      lengths.add(pairs);
      for (DMatrixRMaj x : inputs.subList(0, pairs)) {
        x.set(row, 0, random.nextDouble(-1, 1));
      }
      values.set(row, 0, 0.5 + markedSum(inputs, row, random) / 4);
      inputs.getFirst().set(row, 1, -1);
      inputs.get(pairs - 1).set(row, 1, -1);
    }
    return Batch.atTheEnds(inputs, lengths, values);
  }

  private double markedSum(List<DMatrixRMaj> inputs, int row, RandomGenerator random) {
    int first = random.nextInt(FIRST);
    int second = random.nextInt(secondPlaces() - 1);
    second += second >= first ? 1 : 0;
    double sum = 0;
    for (int marked : new int[] {first, second}) {
      inputs.get(marked).set(row, 1, 1);
      sum += marked == 0 ? 0 : inputs.get(marked).get(row, 0);
    }
    return sum;
  }
}
