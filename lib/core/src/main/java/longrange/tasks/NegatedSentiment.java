package longrange.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import longrange.linalg.Need;

/// Many inputs, one answer: a review holds one word of judgement and one "not", which turns the
/// judgement round when it stands before it, however far. Is the review good (1) or bad (0)?
///
/// "not" stands before the judgement in half of the reviews and after it in the other half, so the
/// words without their order say nothing: a reader who only counts them pays log 2, like one who
/// reads nothing. All other words are drawn uniformly.
///
/// @param length the words of a review, at least 2
public record NegatedSentiment(int length) implements SymbolTask {
  /// The words by number: judgements, good then bad, then "not", then those without meaning.
  public static final List<String> WORDS =
      List.of(
          "good", "fine", "bright", "bad", "poor", "dull", "not", "the", "film", "was", "plot",
          "and", "a", "day");

  private static final int GOOD = 3;
  private static final int JUDGEMENTS = 6;
  private static final int NOT = 6;
  private static final int FILLERS = 7;

  public NegatedSentiment {
    Need.that(length >= 2, "length", length, "at least 2, for a judgement and a \"not\"");
  }

  @Override
  public Sizes sizes() {
    return new Sizes(WORDS.size(), 2);
  }

  @Override
  public Example example(RandomGenerator random) {
    List<Integer> words = new ArrayList<>();
    while (words.size() < length) {
      words.add(random.nextInt(FILLERS, WORDS.size()));
    }
    int judgement = random.nextInt(JUDGEMENTS);
    int place = random.nextInt(length);
    int not = (place + random.nextInt(1, length)) % length;
    words.set(place, judgement);
    words.set(not, NOT);
    boolean good = judgement < GOOD != not < place;
    return Example.askedAtTheEnd(words, good ? 1 : 0);
  }
}
