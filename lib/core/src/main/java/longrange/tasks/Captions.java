package longrange.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import longrange.linalg.Sequences;
import org.ejml.data.DMatrixRMaj;

/// One input, many outputs: a vector says what is in a picture, and the answer is its caption, word
/// by word: "two red cats .".
///
/// The vector is read at the first step, and zeros while the words are asked. It has a 1 for the
/// number, one for the colour (or "plain", which is not said) and one for the thing. The noun
/// agrees with the number, so it still needs what was read two or three steps before.
public record Captions() implements Task {
  private static final List<String> NUMBERS = List.of("a", "two", "three");
  private static final List<String> COLOURS = List.of("red", "green", "blue");
  private static final List<String> THINGS = List.of("cat", "dog", "bird");
  private static final String STOP = ".";
  private static final int LONGEST = 4;

  /// The words by number.
  public static final List<String> WORDS =
      Stream.of(
              NUMBERS,
              COLOURS,
              THINGS,
              THINGS.stream().map(Captions::plural).toList(),
              List.of(STOP))
          .flatMap(List::stream)
          .toList();

  private enum Stage {
    NUMBER,
    COLOUR,
    THING,
    STOP,
    END
  }

  private record State(Stage stage, boolean plural) {}

  private static final Source<State> CAPTIONS =
      new Source<>(new State(Stage.NUMBER, false), Captions::arcs);

  private static List<Source.Arc<State>> arcs(State at) {
    return switch (at.stage) {
      case NUMBER -> Source.uniform(NUMBERS, 1, word -> new State(Stage.COLOUR, !word.equals("a")));
      case COLOUR ->
          Stream.concat(
                  Source.uniform(COLOURS, 0.75, word -> new State(Stage.THING, at.plural)).stream(),
                  things(at.plural, 0.25).stream())
              .toList();
      case THING -> things(at.plural, 1);
      case STOP -> Source.uniform(List.of(STOP), 1, word -> new State(Stage.END, false));
      case END -> List.of();
    };
  }

  private static List<Source.Arc<State>> things(boolean plural, double probability) {
    List<String> nouns = plural ? THINGS.stream().map(Captions::plural).toList() : THINGS;
    return Source.uniform(nouns, probability, word -> new State(Stage.STOP, false));
  }

  private static String plural(String thing) {
    return thing + "s";
  }

  @Override
  public int inputSize() {
    return NUMBERS.size() + COLOURS.size() + 1 + THINGS.size();
  }

  @Override
  public int targetSize() {
    return WORDS.size();
  }

  /// Sees the place in the caption.
  @Override
  public double baseline() {
    return CAPTIONS.placeEntropy() / CAPTIONS.meanLength();
  }

  @Override
  public Batch batch(int size, RandomGenerator random) {
    List<List<String>> captions = Stream.generate(() -> CAPTIONS.draw(random)).limit(size).toList();
    List<DMatrixRMaj> inputs = Sequences.zeros(1 + LONGEST, size, inputSize());
    for (int row = 0; row < size; row++) {
      for (int column : picture(captions.get(row))) {
        inputs.getFirst().set(row, column, 1);
      }
    }
    List<List<Integer>> answers = captions.stream().map(Captions::afterThePicture).toList();
    return new Batch(inputs, Target.ofClasses(answers, targetSize()), Loss.CROSS_ENTROPY);
  }

  /// Nothing is asked while the vector is read.
  private static List<Integer> afterThePicture(List<String> caption) {
    return Stream.concat(Stream.of(Example.NOTHING), caption.stream().map(WORDS::indexOf)).toList();
  }

  /// The columns of the vector that a caption describes: number, colour, thing.
  private static List<Integer> picture(List<String> caption) {
    List<Integer> columns = new ArrayList<>();
    columns.add(NUMBERS.indexOf(caption.getFirst()));
    int colour = COLOURS.indexOf(caption.get(1));
    int plain = COLOURS.size();
    columns.add(NUMBERS.size() + (colour < 0 ? plain : colour));
    String noun = caption.get(caption.size() - 2);
    String thing = caption.getFirst().equals("a") ? noun : noun.substring(0, noun.length() - 1);
    columns.add(NUMBERS.size() + COLOURS.size() + 1 + THINGS.indexOf(thing));
    return columns;
  }
}
