package longrange.tasks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import longrange.linalg.Need;

/// Many inputs, many outputs, and no place of one for a place of the other: English number words
/// are read, and their French words answered in reverse order: "two seventeen" gives "dix sept deux
/// .".
///
/// Seventeen, eighteen and nineteen become two words, which keep their order. The sources have one
/// to `longest` words, each number as likely as any other. A shorter one begins later, so that all
/// end at the same time; after it nothing is read, and the answer is asked up to its stop.
///
/// @param longest the words of the longest source, at least 1
public record Translation(int longest) implements SymbolTask {
  private static final List<String> UNITS =
      List.of("un deux trois quatre cinq six sept huit neuf".split(" ", -1));
  private static final String TEN = "dix";
  private static final String STOP = ".";
  private static final int FIRST_TEEN = 6; // dix sept

  /// The words that are read, by number.
  public static final List<String> ENGLISH =
      List.of(
          "one two three four five six seven eight nine seventeen eighteen nineteen"
              .split(" ", -1));

  /// The words that are answered, by number.
  public static final List<String> FRENCH =
      Stream.concat(UNITS.stream(), Stream.of(TEN, STOP)).toList();

  public Translation {
    Need.that(longest >= 1, "longest", longest, "at least 1");
  }

  @Override
  public Sizes sizes() {
    return new Sizes(ENGLISH.size(), FRENCH.size());
  }

  /// Sees the place in the answer.
  @Override
  public double baseline() {
    Source<State> answers = new Source<>(new State(0, false), this::arcs);
    return answers.placeEntropy() / answers.meanLength();
  }

  /// @param done the numbers that have been said
  /// @param teen whether "dix" was said last
  private record State(int done, boolean teen) {}

  /// Every length from 1 to the longest is as likely, so it stops after `done` numbers with
  /// probability `1 / (longest - done + 1)`.
  private List<Source.Arc<State>> arcs(State at) {
    if (at.done > longest) {
      return List.of();
    }
    State then = new State(at.done + 1, false);
    if (at.teen) {
      return Source.uniform(UNITS.subList(FIRST_TEEN, UNITS.size()), 1, word -> then);
    }
    double stop = at.done == 0 ? 0 : 1.0 / (longest - at.done + 1);
    double unit = (double) UNITS.size() / ENGLISH.size();
    State end = new State(longest + 1, false);
    return Stream.of(
            Source.uniform(List.of(STOP), stop, word -> end),
            Source.uniform(UNITS, (1 - stop) * unit, word -> then),
            Source.uniform(List.of(TEN), (1 - stop) * (1 - unit), word -> new State(at.done, true)))
        .flatMap(List::stream)
        .filter(arc -> arc.probability() > 0)
        .toList();
  }

  @Override
  public Example example(RandomGenerator random) {
    int words = random.nextInt(1, longest + 1);
    List<Integer> read = new ArrayList<>(Collections.nCopies(longest - words, Example.NOTHING));
    List<Integer> answer = new ArrayList<>();
    for (int i = 0; i < words; i++) {
      int number = random.nextInt(ENGLISH.size());
      read.add(number);
      answer.addAll(0, french(number));
    }
    answer.add(FRENCH.indexOf(STOP));
    read.addAll(Collections.nCopies(answer.size(), Example.NOTHING));
    answer.addAll(0, Collections.nCopies(longest, Example.NOTHING));
    return new Example(read, answer);
  }

  private static List<Integer> french(int number) {
    int teen = number - UNITS.size();
    return teen < 0 ? List.of(number) : List.of(FRENCH.indexOf(TEN), FIRST_TEEN + teen);
  }
}
