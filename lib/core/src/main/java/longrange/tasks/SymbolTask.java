package longrange.tasks;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A task on symbols. Each is an input of zeros with a single 1, an answer is a class, and a row of
/// zeros is read where a sequence has no symbol.
public interface SymbolTask extends Task {
  /// Sees the symbol of the moment and the time, and all classes are as likely to it as any other:
  /// it pays `log m`. Where that is not so, a task says what it sees.
  @Override
  default double baseline() {
    return Math.log(targetSize());
  }

  /// Draws one sequence.
  Example example(RandomGenerator random);

  @Override
  default Batch batch(int size, RandomGenerator random) {
    return batch(Stream.generate(() -> example(random)).limit(size).toList());
  }

  /// These sequences as a batch, one row each in their order.
  default Batch batch(List<Example> examples) {
    List<List<Integer>> read = examples.stream().map(Example::read).toList();
    List<List<Integer>> answers = examples.stream().map(Example::answers).toList();
    int length = read.stream().mapToInt(List::size).max().orElse(0);
    return new Batch(
        IntStream.range(0, length).mapToObj(t -> Example.oneHot(read, t, inputSize())).toList(),
        Target.ofClasses(answers, targetSize()),
        Loss.CROSS_ENTROPY);
  }
}
