package longrange.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import longrange.linalg.Sequences;
import org.ejml.data.DMatrixRMaj;

/// One input, many outputs: a vector says what is in a picture, and the answer is its caption, word
/// by word: "two red cats .".
///
/// The vector is read at the first step, and zeros while the words are asked. It has a 1 for the
/// number, one for the colour (or "plain", which is not said) and one for the thing. The noun
/// agrees with the number, so it still needs what was read two or three steps before. All pictures
/// are as likely.
public record Captions() implements Task {
  private static final List<String> NUMBERS = List.of("a", "two", "three");
  private static final List<String> COLOURS = List.of("plain", "red", "green", "blue");
  private static final List<String> THINGS = List.of("cat", "dog", "bird");
  private static final List<Picture> PICTURES =
      IntStream.range(0, NUMBERS.size() * COLOURS.size() * THINGS.size())
          .mapToObj(Picture::of)
          .toList();
  private static final int LONGEST = 4;

  /// The words by number.
  public static final List<String> WORDS =
      PICTURES.stream().flatMap(picture -> picture.caption().stream()).distinct().sorted().toList();

  /// What is in a picture, by number.
  private record Picture(int number, int colour, int thing) {
    /// One of all pictures, which are numbered number by number, and then colour by colour.
    static Picture of(int i) {
      int things = THINGS.size();
      int colours = COLOURS.size();
      return new Picture(i / (things * colours), i / things % colours, i % things);
    }

    List<String> caption() {
      List<String> words = new ArrayList<>();
      words.add(NUMBERS.get(number));
      if (colour > 0) {
        words.add(COLOURS.get(colour));
      }
      words.add(THINGS.get(thing) + (number > 0 ? "s" : ""));
      words.add(".");
      return words;
    }

    /// The columns of the vector that hold a 1.
    List<Integer> columns() {
      return List.of(number, NUMBERS.size() + colour, NUMBERS.size() + COLOURS.size() + thing);
    }

    /// Nothing is asked while the vector is read.
    List<Integer> answers() {
      return Stream.concat(Stream.of(Example.NOTHING), caption().stream().map(WORDS::indexOf))
          .toList();
    }
  }

  @Override
  public Sizes sizes() {
    return new Sizes(NUMBERS.size() + COLOURS.size() + THINGS.size(), WORDS.size());
  }

  /// Sees the place in the caption.
  @Override
  public double baseline() {
    int words = PICTURES.stream().mapToInt(picture -> picture.caption().size()).sum();
    return IntStream.range(0, LONGEST).mapToDouble(Captions::entropyAt).sum() / words;
  }

  private static double entropyAt(int place) {
    return Source.weightedEntropy(
        PICTURES.stream()
            .map(Picture::caption)
            .filter(caption -> place < caption.size())
            .collect(Collectors.toMap(caption -> caption.get(place), c -> 1.0, Double::sum)));
  }

  @Override
  public Batch batch(int size, RandomGenerator random) {
    List<DMatrixRMaj> inputs = Sequences.zeros(1 + LONGEST, size, inputSize());
    List<List<Integer>> answers = new ArrayList<>();
    for (int row = 0; row < size; row++) {
      Picture picture = PICTURES.get(random.nextInt(PICTURES.size()));
      for (int column : picture.columns()) {
        inputs.getFirst().set(row, column, 1);
      }
      answers.add(picture.answers());
    }
    return new Batch(inputs, Target.ofClasses(answers, targetSize()), Loss.CROSS_ENTROPY);
  }
}
