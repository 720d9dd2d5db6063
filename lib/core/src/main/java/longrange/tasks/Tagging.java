package longrange.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import longrange.linalg.Need;

/// One answer for each input: the words of a text get their parts of speech, and its names are told
/// apart into persons and places.
///
/// A text is a row of phrases of two words. In "the walk" and "to walk" the first word decides the
/// tag of the second. In "Jordan said" and "Jordan valley" the second decides the tag of the first,
/// so a model that reads forward only must guess: see [#floorReadingForward].
///
/// @param phrases how many a text has, at least 1
public record Tagging(int phrases) implements SymbolTask {
  private static final List<String> BOTH = List.of("walk", "run", "play");
  private static final List<String> NAMES = List.of("Jordan", "Chelsea", "Victoria");

  /// The tags by number.
  public static final List<String> TAGS =
      List.of("article", "particle", "noun", "verb", "person", "place");

  /// The words by number.
  public static final List<String> WORDS =
      Stream.of(List.of("the", "to"), BOTH, NAMES, List.of("said", "left", "valley", "street"))
          .flatMap(List::stream)
          .toList();

  /// A kind of phrase: what it may be made of, and the tags.
  private record Kind(
      List<String> firsts, String firstTag, List<String> seconds, String secondTag) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind(List.of("the"), "article", BOTH, "noun"),
          new Kind(List.of("to"), "particle", BOTH, "verb"),
          new Kind(NAMES, "person", List.of("said", "left"), "verb"),
          new Kind(NAMES, "place", List.of("valley", "street"), "noun"));

  public Tagging {
    Need.that(phrases >= 1, "phrases", phrases, "at least 1");
  }

  @Override
  public Sizes sizes() {
    return new Sizes(WORDS.size(), TAGS.size());
  }

  /// Sees the word of the moment. One of the two words of every phrase does not tell its tag: the
  /// second after "the" and "to", the first of the others. It has two tags, each as likely.
  @Override
  public double baseline() {
    return Math.log(2) / 2;
  }

  /// The mean loss of the best answer that sees a word and all before it, but none after it: the
  /// names are still told by the word after them.
  public double floorReadingForward() {
    return Math.log(2) / 4;
  }

  @Override
  public Example example(RandomGenerator random) {
    List<Integer> words = new ArrayList<>();
    List<Integer> tags = new ArrayList<>();
    for (int i = 0; i < phrases; i++) {
      Kind kind = KINDS.get(random.nextInt(KINDS.size()));
      words.add(WORDS.indexOf(any(kind.firsts, random)));
      words.add(WORDS.indexOf(any(kind.seconds, random)));
      tags.add(TAGS.indexOf(kind.firstTag));
      tags.add(TAGS.indexOf(kind.secondTag));
    }
    return new Example(words, tags);
  }

  private static String any(List<String> words, RandomGenerator random) {
    return words.get(random.nextInt(words.size()));
  }
}
