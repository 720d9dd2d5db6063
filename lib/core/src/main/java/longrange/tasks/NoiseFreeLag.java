package longrange.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import longrange.linalg.Need;

/// Two sequences, told apart by their first symbol alone: `x a₁ … a₍p₋₁₎ x` and `y a₁ … a₍p₋₁₎ y`.
/// At every step the next symbol is asked (Hochreiter and Schmidhuber 1997, section 5.2, task 2a).
///
/// All but the last answer follow from the symbol just read. The last one needs the first, p steps
/// ago. Who remembers nothing pays log 2 for it, and this is spread over p answers: here too the
/// mean loss hides a failure.
///
/// @param lag p, the steps from the first symbol to the last, at least 2
public record NoiseFreeLag(int lag) implements SymbolTask {
  public NoiseFreeLag {
    Need.that(lag >= 2, "lag", lag, "at least 2");
  }

  @Override
  public Sizes sizes() {
    return new Sizes(lag + 1, lag + 1);
  }

  /// Sees the input of the moment.
  @Override
  public double baseline() {
    return Math.log(2) / lag;
  }

  /// The symbols are a₁ … a₍p₋₁₎ as 0 … p-2, then x and y.
  @Override
  public Example example(RandomGenerator random) {
    int key = lag - 1 + random.nextInt(2);
    List<Integer> sequence = new ArrayList<>(IntStream.range(0, lag - 1).boxed().toList());
    sequence.addFirst(key);
    sequence.addLast(key);
    return Example.ofNext(sequence);
  }
}
