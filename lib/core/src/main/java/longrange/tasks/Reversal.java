package longrange.tasks;

import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import longrange.linalg.Need;

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
    Need.that(length >= 1, "length", length, "at least 1");
    Need.that(letters >= 2, "letters", letters, "at least 2");
  }

  @Override
  public Sizes sizes() {
    return new Sizes(letters + 1, letters);
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
