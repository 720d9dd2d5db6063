package longrange.tasks;

import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A word is read, and then to be said backwards: the last letter after one step, the first after
/// `2 length - 1`.
///
/// The answers are asked while blanks are read. A model that encodes a source and then decodes
/// takes what stands before the first question as its source.
///
/// @param length the letters of a word
/// @param letters how many there are to choose from
public record Reversal(int length, int letters) implements SymbolTask {
  public Reversal {
    if (length < 1 || letters < 2) {
      throw new IllegalArgumentException(
          "length is %d and letters %d: need at least 1 and 2".formatted(length, letters));
    }
  }

  @Override
  public int inputSize() {
    return letters + 1;
  }

  @Override
  public int targetSize() {
    return letters;
  }

  /// Sees the time: every letter is as likely as any other, at every place.
  @Override
  public double baseline() {
    return Math.log(letters);
  }

  @Override
  public Example example(RandomGenerator random) {
    List<Integer> word = IntStream.range(0, length).mapToObj(i -> random.nextInt(letters)).toList();
    return new Example(
        Stream.concat(word.stream(), Collections.nCopies(length, letters).stream()).toList(),
        Stream.concat(
                Collections.nCopies(length, Example.NOTHING).stream(), word.reversed().stream())
            .toList());
  }
}
