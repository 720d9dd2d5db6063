package longrange.tasks;

import java.util.List;
import java.util.stream.Stream;

/// The words of the agreement grammar. Nouns and verbs are regular: a plural noun ends in s, a
/// singular verb does.
final class Lexicon {
  static final List<String> FAMILIAR =
      List.of("key", "cabinet", "cat", "dog", "bird", "boat", "letter", "garden");
  static final List<String> HELD_OUT = List.of("horse", "lamp", "tree", "window");
  static final List<String> NOUNS = Stream.of(FAMILIAR, HELD_OUT).flatMap(List::stream).toList();
  static final List<String> PREPOSITIONS = List.of("to", "near", "behind", "with");
  static final List<String> ADJECTIVES = List.of("old", "small", "red", "quiet");
  static final List<String> ARRIVALS = List.of("came", "stood");
  static final List<String> PAUSES = List.of("slept", "waited");
  static final List<String> ENDS = List.of("left", "stayed");
  static final List<String> THESES = List.of("cheap", "fast", "sweet", "bright");
  static final List<String> ANTITHESES = List.of("weak", "costly", "heavy", "loud");

  private static final List<String> VERBS = List.of("see", "hear", "like", "know");
  private static final List<String> ALL =
      Stream.of(
              List.of(".", "the", "that", "here", "now", "on", "one", "other", "hand"),
              forms(NOUNS, false),
              forms(NOUNS, true),
              verbs(false),
              verbs(true),
              copulas(false),
              copulas(true),
              List.of(pronoun(false), pronoun(true)),
              PREPOSITIONS,
              ADJECTIVES,
              ARRIVALS,
              PAUSES,
              ENDS,
              THESES,
              ANTITHESES)
          .flatMap(List::stream)
          .toList();

  private Lexicon() {}

  /// Every word once. Its place is its symbol.
  static List<String> all() {
    return ALL;
  }

  static List<String> forms(List<String> nouns, boolean plural) {
    return plural ? nouns.stream().map(noun -> noun + "s").toList() : nouns;
  }

  static boolean isNoun(String word) {
    return forms(NOUNS, false).contains(word) || forms(NOUNS, true).contains(word);
  }

  static boolean isPlural(String noun) {
    return noun.endsWith("s");
  }

  /// The verbs of relative clauses.
  static List<String> verbs(boolean plural) {
    return plural ? VERBS : VERBS.stream().map(verb -> verb + "s").toList();
  }

  /// The verbs of main clauses, and of nothing else.
  static List<String> copulas(boolean plural) {
    return plural ? List.of("are", "were") : List.of("is", "was");
  }

  static String pronoun(boolean plural) {
    return plural ? "they" : "it";
  }

  /// The same word in the other number; of an antithesis, the next one.
  static String counterpart(String word) {
    int antithesis = ANTITHESES.indexOf(word);
    return switch (word) {
      case "is" -> "are";
      case "are" -> "is";
      case "was" -> "were";
      case "were" -> "was";
      case "it" -> "they";
      case "they" -> "it";
      default -> ANTITHESES.get((antithesis + 1) % ANTITHESES.size());
    };
  }
}
