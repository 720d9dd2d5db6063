package longrange.tasks;

import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import longrange.linalg.Need;

/// A word is read, then blanks, and after a delimiter the word is to be said again (Arjovsky, Shah
/// and Bengio 2016, "copying memory problem").
///
/// The symbols are the letters, then the blank, then the delimiter. Read are `items` letters, drawn
/// uniformly, `delay - 1` blanks, the delimiter and `items` blanks; the answers are `delay + items`
/// blanks and the letters. Every step is asked, so a long delay hides the failure: who remembers
/// nothing says blank, then guesses, and pays `items · log letters / (delay + 2 items)`. Ours has
/// no answer class for the delimiter, which is never right.
///
/// @param delay T, the steps from the last letter to the delimiter, at least 1
/// @param items how many letters a word has
/// @param letters how many there are to choose from
public record CopyMemory(int delay, int items, int letters) implements SymbolTask {
  public CopyMemory {
    Need.that(delay >= 1, "delay", delay, "at least 1");
    Need.that(items >= 1, "items", items, "at least 1");
    Need.that(letters >= 2, "letters", letters, "at least 2");
  }

  /// The sizes of the paper: ten items of eight letters.
  public static CopyMemory of(int delay) {
    return new CopyMemory(delay, 10, 8);
  }

  @Override
  public Sizes sizes() {
    return new Sizes(letters + 2, letters + 1);
  }

  /// Sees the time.
  @Override
  public double baseline() {
    return items * Math.log(letters) / (delay + 2 * items);
  }

  @Override
  public Example example(RandomGenerator random) {
    List<Integer> word = IntStream.range(0, items).mapToObj(i -> random.nextInt(letters)).toList();
    List<Integer> read =
        Stream.of(word, blanks(delay - 1), List.of(letters + 1), blanks(items))
            .flatMap(List::stream)
            .toList();
    List<Integer> answers = Stream.concat(blanks(delay + items).stream(), word.stream()).toList();
    return new Example(read, answers);
  }

  private List<Integer> blanks(int n) {
    return Collections.nCopies(n, letters);
  }
}
