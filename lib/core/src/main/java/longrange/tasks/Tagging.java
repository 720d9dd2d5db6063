package longrange.tasks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /// Sees the word of the moment.
  @Override
  public double baseline() {
    return tagEntropy((phrase, place) -> phrase.get(place));
  }

  /// The mean loss of the best answer that sees a word and all before it, but none after it.
  public double floorReadingForward() {
    return tagEntropy((phrase, place) -> phrase.subList(0, place + 1).toString());
  }

  private interface Sight {
    String of(List<String> phrase, int place);
  }

  /// The mean entropy of a tag, given what is seen of its phrase: over all phrases, each as
  /// probable as it is.
  private static double tagEntropy(Sight sight) {
    Map<String, Map<String, Double>> tags = new LinkedHashMap<>();
    for (Kind kind : KINDS) {
      double p = 1.0 / (KINDS.size() * kind.firsts.size() * kind.seconds.size());
      for (String first : kind.firsts) {
        for (String second : kind.seconds) {
          List<String> phrase = List.of(first, second);
          count(tags, sight.of(phrase, 0), kind.firstTag, p / 2);
          count(tags, sight.of(phrase, 1), kind.secondTag, p / 2);
        }
      }
    }
    return tags.values().stream().mapToDouble(Source::weightedEntropy).sum();
  }

  private static void count(
      Map<String, Map<String, Double>> tags, String seen, String tag, double p) {
    tags.computeIfAbsent(seen, s -> new HashMap<>()).merge(tag, p, Double::sum);
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
