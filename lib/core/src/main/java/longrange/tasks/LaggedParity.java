package longrange.tasks;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import longrange.linalg.Need;

/// Of a stream of random bits, the parity of the newest and of the one `lag` steps before: `x_t xor
/// x_{t-lag}`.
///
/// Neither bit alone says anything, nor does any linear regression on all the bits: only the pair
/// does. A linear threshold unit is right three times in four at most.
///
/// @param length T, the bits of a sequence, more than the lag
/// @param lag how far back the second bit stands, at least 1
public record LaggedParity(int length, int lag) implements SymbolTask {
  public LaggedParity {
    Need.that(1 <= lag && lag < length, "lag", lag, "1 ≤ lag < length = " + length);
  }

  @Override
  public Sizes sizes() {
    return new Sizes(2, 2);
  }

  @Override
  public Example example(RandomGenerator random) {
    List<Integer> bits = IntStream.range(0, length).mapToObj(t -> random.nextInt(2)).toList();
    return new Example(
        bits,
        IntStream.range(0, length)
            .mapToObj(t -> t < lag ? Example.NOTHING : bits.get(t) ^ bits.get(t - lag))
            .toList());
  }
}
