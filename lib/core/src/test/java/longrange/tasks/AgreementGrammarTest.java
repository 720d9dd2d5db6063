package longrange.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AgreementGrammarTest {
  private static final int MANY = 4000;

  private static List<AgreementSentence> drawn(AgreementGrammar grammar, int n) {
    Random random = new Random(3);
    return Stream.generate(() -> grammar.sentence(random)).limit(n).toList();
  }

  /// A share of n, give or take four standard deviations of a binomial one.
  private static void assertShare(double expected, double share, int n) {
    assertEquals(expected, share, 4 * Math.sqrt(expected * (1 - expected) / n));
  }

  private static double share(List<AgreementSentence> some, Predicate<AgreementSentence> holds) {
    return (double) some.stream().filter(holds).count() / some.size();
  }

  /// Counted by hand from the rules, on the four held-out nouns with their two numbers. Between 0
  /// and k things stand in between, k/2 on average, and their number has entropy log(k+1).
  @ParameterizedTest
  @CsvSource({"0", "1", "4"})
  void theEntropyOfEachTemplateEqualsItsClosedForm(int k) {
    double noun = Math.log(8);
    double two = Math.log(2);
    double four = Math.log(4);
    double count = Math.log(k + 1);
    // the cats (to the dog)* are old .
    assertRate(Template.PREPOSITION, k, noun + count + two + four, four + noun, 5, 3);
    // the cats (that see the dog)* are old .
    assertRate(Template.SUBJECT_RELATIVE, k, noun + count + two + four, four + noun, 5, 4);
    // the cats (that the dog sees)* are old .
    assertRate(Template.OBJECT_RELATIVE, k, noun + count + two + four, four + noun, 5, 4);
    // here the cats came . (the dog slept .)* now they left .
    assertRate(Template.COREFERENCE, k, noun + two + count + two, noun + two, 9, 4);
    // on the one hand cheap . (the dog slept .)* on the other hand weak .
    assertRate(Template.DISCOURSE, k, four + count, noun + two, 12, 4);
  }

  /// @param bare entropy of a sentence, without what stands in between
  /// @param each entropy of one thing in between
  /// @param words of a sentence with nothing in between
  /// @param wordsEach of one thing in between
  private static void assertRate(
      Template template, int k, double bare, double each, int words, int wordsEach) {
    var grammar = new AgreementGrammar(EnumSet.of(template), k, true);
    double rate = (bare + each * k / 2) / (words + wordsEach * k / 2.0);
    assertEquals(rate, grammar.floor(), 1e-12, template.toString());
  }

  /// Every sentence, its probability and the words that were likeliest in it, one by one.
  @ParameterizedTest
  @CsvSource({"false", "true"})
  void theFiguresEqualSumsOverAllSentences(boolean heldOut) {
    var grammar = new AgreementGrammar(EnumSet.allOf(Template.class), 1, heldOut);
    var sums = new Sums();
    var source = new AgreementRules(grammar.templates(), 1, heldOut).source();
    sums.follow(source, source.start(), 1, 0, 0);
    assertEquals(1, sums.probability, 1e-12);
    assertEquals(grammar.floor(), sums.entropy / (sums.words - 1), 1e-12);
    assertEquals(grammar.bayesAccuracy(), (sums.hits - 1) / (sums.words - 1), 1e-12);
  }

  private static final class Sums {
    double probability;
    double entropy;
    double words;
    double hits;

    <S> void follow(Source<S> source, S state, double p, int length, double likeliest) {
      List<Source.Arc<S>> ways = source.arcs().apply(state);
      if (ways.isEmpty()) {
        probability += p;
        entropy -= p * Math.log(p);
        words += p * length;
        hits += p * likeliest;
      }
      double best = ways.stream().mapToDouble(Source.Arc::probability).max().orElse(0);
      ways.forEach(
          way -> follow(source, way.next(), p * way.probability(), length + 1, likeliest + best));
    }
  }

  @ParameterizedTest
  @EnumSource
  void everySentenceIsGrammatical(Template template) {
    for (AgreementSentence sentence : drawn(AgreementGrammar.of(template), 500)) {
      String text = String.join(" ", sentence.words());
      assertTrue(Grammatical.is(template, text), text);
      assertTrue(AgreementGrammar.words().containsAll(sentence.words()), text);
    }
  }

  @Test
  void theCheckerOfTheseTestsFindsAWrongNumberInEachTemplate() {
    assertFalse(Grammatical.is(Template.PREPOSITION, ". the keys to the cabinet is old ."));
    assertFalse(
        Grammatical.is(Template.SUBJECT_RELATIVE, ". the cats that sees the dog are old ."));
    assertFalse(
        Grammatical.is(
            Template.SUBJECT_RELATIVE, ". the cats that see the dog that see the bird are old ."));
    assertTrue(
        Grammatical.is(
            Template.SUBJECT_RELATIVE, ". the cats that see the dog that sees the bird are old ."));
    assertFalse(
        Grammatical.is(
            Template.OBJECT_RELATIVE, ". the cats that the dog that the birds see hear are old ."));
    assertFalse(Grammatical.is(Template.COREFERENCE, ". here the cats came . now it left ."));
    assertFalse(
        Grammatical.is(Template.DISCOURSE, ". on the one hand cheap . on the other hand loud ."));
  }

  @Test
  void theDependencyIsFoundInEachTemplate() {
    AgreementSentence verb = sentence(". the keys to the cabinet are old .");
    assertEquals(List.of("keys", "are", "is"), dependency(verb));
    assertEquals(List.of(4, 1, 1), List.of(verb.span(), verb.between(), verb.attractors()));
    AgreementSentence pronoun = sentence(". here the cat came . the dogs slept . now it left .");
    assertEquals(List.of("cat", "it", "they"), dependency(pronoun));
    assertEquals(1, pronoun.attractors());
    // A thesis has no number, so no noun attracts it, and none helps.
    AgreementSentence contrast =
        sentence(". on the one hand cheap . the dogs slept . on the other hand weak .");
    assertEquals(List.of("cheap", "weak", "costly"), dependency(contrast));
    assertEquals(List.of(1, 0), List.of(contrast.between(), contrast.attractors()));
    assertFalse(contrast.nearestNounAgrees());
  }

  private static AgreementSentence sentence(String text) {
    return AgreementSentence.of(List.of(text.split(" ", -1)));
  }

  private static List<String> dependency(AgreementSentence sentence) {
    return List.of(sentence.words().get(sentence.controller()), sentence.right(), sentence.wrong());
  }

  @ParameterizedTest
  @EnumSource
  void everyNumberOfThingsInBetweenIsAsLikely(Template template) {
    List<AgreementSentence> some = drawn(new AgreementGrammar(EnumSet.of(template), 4, true), MANY);
    for (int between = 0; between <= 4; between++) {
      int k = between;
      assertShare(0.2, share(some, s -> s.between() == k), MANY);
    }
  }

  @Test
  void numbersAreBalancedSoAttractorsFallLikeCoins() {
    AgreementGrammar grammar =
        new AgreementGrammar(EnumSet.of(Template.PREPOSITION, Template.OBJECT_RELATIVE), 4, false);
    List<AgreementSentence> some = drawn(grammar, 5 * MANY);
    assertShare(0.5, share(some, s -> s.right().matches("are|were")), 5 * MANY);
    List<AgreementSentence> four = some.stream().filter(s -> s.between() == 4).toList();
    double[] binomial = {1 / 16.0, 4 / 16.0, 6 / 16.0, 4 / 16.0, 1 / 16.0};
    for (int attractors = 0; attractors <= 4; attractors++) {
      int a = attractors;
      assertShare(binomial[a], share(four, s -> s.attractors() == a), four.size());
    }
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void theNearestNounIsRightAsOftenAsSaid(boolean heldOut) {
    AgreementGrammar grammar = new AgreementGrammar(EnumSet.allOf(Template.class), 3, heldOut);
    double right = share(drawn(grammar, MANY), AgreementSentence::nearestNounAgrees);
    assertShare(grammar.nearestNounAccuracy(), right, MANY);
  }

  @Test
  void theNearestNounIsNeverRightWhereAllInBetweenAreAttractors() {
    List<AgreementSentence> lured =
        drawn(AgreementGrammar.whole(), MANY).stream()
            .filter(s -> s.between() > 0 && s.attractors() == s.between())
            .toList();
    assertTrue(lured.size() > 100);
    assertEquals(0, share(lured, AgreementSentence::nearestNounAgrees));
  }

  @Test
  void theWrongWordDiffersInNothingButWhatTheControllerDecides() {
    Set<String> pairs = new HashSet<>();
    drawn(AgreementGrammar.whole(), MANY).forEach(s -> pairs.add(s.right() + "/" + s.wrong()));
    assertEquals(
        Set.of(
            "is/are",
            "are/is",
            "was/were",
            "were/was",
            "it/they",
            "they/it",
            "weak/costly",
            "costly/heavy",
            "heavy/loud",
            "loud/weak"),
        pairs);
  }

  /// The probabilities of the next word after some first ones: nobody predicts better.
  private static <S> Map<String, Double> after(Source<S> source, List<String> words) {
    S state = source.start();
    for (String word : words) {
      state =
          source.arcs().apply(state).stream()
              .filter(way -> way.symbol().equals(word))
              .findFirst()
              .orElseThrow()
              .next();
    }
    return source.next(state);
  }

  /// The states know the dependency: the best prediction gives the wrong word no chance.
  @Test
  void whatWasSaidBeforeRulesTheWrongWordOut() {
    Source<?> source = new AgreementRules(EnumSet.allOf(Template.class), 4, false).source();
    for (AgreementSentence sentence : drawn(AgreementGrammar.whole(), 200)) {
      Map<String, Double> next = after(source, sentence.words().subList(0, sentence.dependent()));
      assertTrue(next.containsKey(sentence.right()) && !next.containsKey(sentence.wrong()));
    }
  }

  @Test
  void theBestPredictionUnderstandsEverySentence() {
    AgreementGrammar grammar = AgreementGrammar.whole();
    Source<?> source = new AgreementRules(grammar.templates(), 4, false).source();
    List<AgreementSentence> some = drawn(grammar, 50);
    Batch batch = grammar.batch(some.stream().map(AgreementSentence::example).toList());
    List<DMatrixRMaj> answers = batch.targets().stream().map(t -> t.values().copy()).toList();
    for (int row = 0; row < 50; row++) {
      List<String> words = some.get(row).words();
      for (int t = 0; t < words.size() - 1; t++) {
        Map<String, Double> next = after(source, words.subList(0, t + 1));
        for (int j = 0; j < grammar.targetSize(); j++) {
          double p = next.getOrDefault(AgreementGrammar.words().get(j), 0.0);
          answers.get(t).set(row, j, Math.log(p));
        }
      }
      assertTrue(some.get(row).isUnderstood(answers, row));
    }
    // 50 sentences of some 15 words, whose losses have a deviation near 1.
    assertEquals(grammar.floor(), batch.lossOf(answers), 4 / Math.sqrt(50 * 15));
  }

  /// It has seen that a noun goes with the verb right after it, and that is all it can see.
  @Test
  void aBigramModelFallsForEveryAttractorAndIsRightWhereThereIsNone() {
    AgreementGrammar simple = new AgreementGrammar(EnumSet.of(Template.PREPOSITION), 1, false);
    Forgetful bigram = Forgetful.fitted(TaskSpecimen.Sees.INPUT, simple.batch(MANY, new Random(1)));
    AgreementGrammar grammar = AgreementGrammar.of(Template.PREPOSITION);
    List<AgreementSentence> some = drawn(grammar, 400);
    Batch batch = grammar.batch(some.stream().map(AgreementSentence::example).toList());
    List<DMatrixRMaj> answers = bigram.answers(batch);
    for (int row = 0; row < some.size(); row++) {
      AgreementSentence sentence = some.get(row);
      assertEquals(sentence.nearestNounAgrees(), sentence.isUnderstood(answers, row));
    }
  }

  @Test
  void trainingShowsAHeldOutNounOnlyRightBeforeItsVerb() {
    Set<String> heldOut = Set.of("horse", "lamp", "tree", "window");
    int seen = 0;
    for (AgreementSentence sentence : drawn(AgreementGrammar.whole(), MANY)) {
      List<String> words = sentence.words();
      for (int i = 0; i < words.size(); i++) {
        if (heldOut.contains(words.get(i).replaceAll("s$", ""))) {
          assertEquals(2, i);
          assertEquals(1, sentence.span());
          seen++;
        }
      }
    }
    // A third of the nouns of agreement sentences, which are three in five.
    assertShare(0.2, (double) seen / MANY, MANY);
  }

  @Test
  void onHeldOutNounsThereIsNoOther() {
    AgreementGrammar grammar = AgreementGrammar.whole().onHeldOutNouns();
    Set<String> nouns = new HashSet<>();
    for (AgreementSentence sentence : drawn(grammar, 500)) {
      sentence.words().stream().filter(Lexicon::isNoun).forEach(nouns::add);
    }
    assertEquals(
        Set.of("horse", "horses", "lamp", "lamps", "tree", "trees", "window", "windows"), nouns);
    assertEquals(AgreementGrammar.whole().inputSize(), grammar.inputSize());
  }

  @Test
  void aGrammarPrintsWhatMakesItAgain() {
    assertEquals(
        "AgreementGrammar[templates=[PREPOSITION, DISCOURSE], depth=2, heldOut=false]",
        new AgreementGrammar(Set.of(Template.DISCOURSE, Template.PREPOSITION), 2, false)
            .toString());
  }

  @Test
  void aGrammarWithoutTemplatesIsRefused() {
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> new AgreementGrammar(Set.of(), 2, false));
    assertEquals("the set of templates is []: need at least one", error.getMessage());
  }
}
