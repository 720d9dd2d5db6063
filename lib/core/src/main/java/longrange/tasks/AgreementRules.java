package longrange.tasks;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// The rules of the agreement grammar.
///
/// Every rule says one word and leaves parts to be said. The parts that are left are a stack, and
/// the stack is the state of the source: a context-free grammar in Greibach's form, with a bound on
/// its depth. No two rules of a part begin with the same word, so what has been said decides the
/// stack.
///
/// @param templates that are drawn from, each as likely as any other
/// @param depth the most nouns, or sentences, in between; every number up to it is as likely
/// @param heldOut whether all nouns are those held out
record AgreementRules(Set<Template> templates, int depth, boolean heldOut) {
  /// Unfolding the rules takes nearly all the time of a draw, so each source is made once and keeps
  /// what it has unfolded.
  private static final Map<AgreementRules, Source<List<Part>>> SOURCES = new ConcurrentHashMap<>();

  private static final Part STOP = word(".");
  private static final Part THE = word("the");
  private static final Part ADJECTIVE = new OneOf(Lexicon.ADJECTIVES);

  /// What is still to be said. `plural` is the number of the subject of the main clause, `noun`
  /// that of the noun just said, `between` the nouns or sentences that already stand in between.
  sealed interface Part {}

  private record OneOf(List<String> words) implements Part {}

  private record Sentence() implements Part {}

  private record Subject() implements Part {}

  private record AfterSubject(boolean plural) implements Part {}

  private record AfterThat(boolean plural) implements Part {}

  private record Place(boolean plural, int between) implements Part {}

  private record AfterPlace(boolean plural, int between) implements Part {}

  private record Seen(boolean plural, int between) implements Part {}

  private record AfterSeen(boolean noun, boolean plural, int between) implements Part {}

  private record Seer(int between) implements Part {}

  private record AfterSeer(boolean noun, int between) implements Part {}

  private record Topic() implements Part {}

  private record Thesis() implements Part {}

  private record Fillers(int between, String turn, List<Part> afterTurn) implements Part {}

  /// The source of sentences, each with the stop of a sentence before it.
  Source<List<Part>> source() {
    return SOURCES.computeIfAbsent(
        this, rules -> new Source<>(List.of(STOP, new Sentence()), Source.remembered(rules::arcs)));
  }

  private List<Source.Arc<List<Part>>> arcs(List<Part> stack) {
    if (stack.isEmpty()) {
      return List.of();
    }
    List<Part> rest = stack.subList(1, stack.size());
    return rules(stack.getFirst())
        .filter(rule -> rule.probability() > 0)
        .map(rule -> new Source.Arc<>(rule.symbol(), rule.probability(), on(rule.next(), rest)))
        .toList();
  }

  private static List<Part> on(List<Part> top, List<Part> rest) {
    return Stream.concat(top.stream(), rest.stream()).toList();
  }

  private Stream<Source.Arc<List<Part>>> rules(Part part) {
    return switch (part) {
      case OneOf(var words) -> say(words, 1);
      case Sentence() -> sentence();
      case Subject() -> subject();
      case AfterSubject(var plural) -> afterSubject(plural);
      case AfterThat(var plural) ->
          Stream.concat(
              say(
                  Lexicon.verbs(plural),
                  among(Template.SUBJECT_RELATIVE),
                  THE,
                  new Seen(plural, 1)),
              say(List.of("the"), among(Template.OBJECT_RELATIVE), new Seer(1), copula(plural)));
      case Place(var plural, var between) -> noun(n -> new AfterPlace(plural, between));
      case AfterPlace(var plural, var between) ->
          Stream.concat(
              say(Lexicon.copulas(plural), stop(between)),
              say(Lexicon.PREPOSITIONS, 1 - stop(between), THE, new Place(plural, between + 1)));
      case Seen(var plural, var between) -> noun(n -> new AfterSeen(n, plural, between));
      case AfterSeen(var noun, var plural, var between) ->
          Stream.concat(
              say(Lexicon.copulas(plural), stop(between)),
              say(
                  List.of("that"),
                  1 - stop(between),
                  verb(noun),
                  THE,
                  new Seen(plural, between + 1)));
      case Seer(var between) -> noun(n -> new AfterSeer(n, between));
      case AfterSeer(var noun, var between) ->
          Stream.concat(
              say(Lexicon.verbs(noun), stop(between)),
              say(List.of("that"), 1 - stop(between), THE, new Seer(between + 1), verb(noun)));
      case Topic() -> topic();
      case Thesis() -> thesis();
      case Fillers(var between, var turn, var afterTurn) ->
          Stream.concat(
              say(List.of(turn), stop(between), afterTurn.toArray(Part[]::new)),
              say(
                  List.of("the"),
                  1 - stop(between),
                  anyNoun(),
                  new OneOf(Lexicon.PAUSES),
                  STOP,
                  new Fillers(between + 1, turn, afterTurn)));
    };
  }

  private Stream<Source.Arc<List<Part>>> sentence() {
    double share = 1.0 / templates.size();
    double contrast = share * count(Template.DISCOURSE);
    return Stream.of(
            say(List.of("the"), share * agreements(), new Subject(), ADJECTIVE, STOP),
            say(List.of("here"), share * count(Template.COREFERENCE), THE, new Topic()),
            say(List.of("on"), contrast, THE, word("one"), word("hand"), new Thesis()))
        .flatMap(rules -> rules);
  }

  /// In training, a held-out noun stands right before its verb and nowhere else.
  private Stream<Source.Arc<List<Part>>> subject() {
    double known = heldOut ? 1 : (double) Lexicon.FAMILIAR.size() / Lexicon.NOUNS.size();
    return Stream.concat(
        noun(nouns(), known, n -> List.of(new AfterSubject(n))),
        noun(Lexicon.HELD_OUT, 1 - known, n -> List.of(copula(n))));
  }

  private Stream<Source.Arc<List<Part>>> afterSubject(boolean plural) {
    double place = (1 - stop(0)) * count(Template.PREPOSITION) / agreements();
    double clause = 1 - stop(0) - place;
    return Stream.of(
            say(Lexicon.copulas(plural), stop(0)),
            say(Lexicon.PREPOSITIONS, place, THE, new Place(plural, 1)),
            say(List.of("that"), clause, new AfterThat(plural)))
        .flatMap(rules -> rules);
  }

  private Stream<Source.Arc<List<Part>>> topic() {
    return noun(
        nouns(),
        1,
        n ->
            List.of(
                new OneOf(Lexicon.ARRIVALS),
                STOP,
                new Fillers(
                    0, "now", List.of(word(Lexicon.pronoun(n)), new OneOf(Lexicon.ENDS), STOP))));
  }

  private Stream<Source.Arc<List<Part>>> thesis() {
    List<Part> other = List.of(THE, word("other"), word("hand"));
    return Source.<List<Part>>uniform(
        Lexicon.THESES,
        1,
        thesis -> {
          String answer = Lexicon.ANTITHESES.get(Lexicon.THESES.indexOf(thesis));
          return List.of(STOP, new Fillers(0, "on", on(other, List.of(word(answer), STOP))));
        })
        .stream();
  }

  /// The probability that no more comes in between. It makes every number from 0 to the depth as
  /// likely as any other.
  private double stop(int between) {
    return 1.0 / (depth - between + 1);
  }

  /// The share of a kind of relative clause among those that are drawn from.
  private double among(Template relative) {
    int both = count(Template.SUBJECT_RELATIVE) + count(Template.OBJECT_RELATIVE);
    return (double) count(relative) / both;
  }

  private int count(Template template) {
    return templates.contains(template) ? 1 : 0;
  }

  private int agreements() {
    return (int) templates.stream().filter(Template::isAgreement).count();
  }

  private List<String> nouns() {
    return heldOut ? Lexicon.HELD_OUT : Lexicon.FAMILIAR;
  }

  private Part anyNoun() {
    return new OneOf(
        Stream.of(false, true).flatMap(n -> Lexicon.forms(nouns(), n).stream()).toList());
  }

  private static Part word(String word) {
    return new OneOf(List.of(word));
  }

  private static Part copula(boolean plural) {
    return new OneOf(Lexicon.copulas(plural));
  }

  private static Part verb(boolean plural) {
    return new OneOf(Lexicon.verbs(plural));
  }

  private Stream<Source.Arc<List<Part>>> noun(Function<Boolean, Part> then) {
    return noun(nouns(), 1, n -> List.of(then.apply(n)));
  }

  /// A noun, in the singular or the plural with the same probability.
  private static Stream<Source.Arc<List<Part>>> noun(
      List<String> nouns, double probability, Function<Boolean, List<Part>> then) {
    return Stream.of(false, true)
        .flatMap(
            n -> say(Lexicon.forms(nouns, n), probability / 2, then.apply(n).toArray(Part[]::new)));
  }

  private static Stream<Source.Arc<List<Part>>> say(
      List<String> words, double probability, Part... then) {
    return Source.uniform(words, probability, word -> List.of(then)).stream();
  }
}
