package longrange.tasks;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import longrange.linalg.Need;

/// English sentences in which a word depends on one far before it, and after every word the next is
/// asked: a language model whose best possible loss is known.
///
/// "the keys to the cabinet are old": the verb agrees with *keys*, and *cabinet*, an attractor, is
/// the nearer noun (after Linzen, Dupoux and Goldberg 2016, who counted attractors in Wikipedia).
/// From none to `depth` nouns stand in between, all numbers of them as likely, and each noun is
/// singular or plural with probability ½ whatever the others are. So the nearest noun is right half
/// of the time wherever there is one between, and never where all between are attractors.
///
/// Some nouns are held out: in training they stand right before their verb and nowhere else, so
/// their number can be learned; [#onHeldOutNouns] has no others. Dependents and controllers are
/// told by [AgreementSentence].
///
/// @param templates that are drawn from, each as likely as any other
/// @param depth the most nouns, or sentences of a discourse, in between
/// @param heldOut whether all nouns are those held out
public record AgreementGrammar(Set<Template> templates, int depth, boolean heldOut)
    implements SymbolTask {
  public AgreementGrammar {
    Need.that(!templates.isEmpty(), "the set of templates", templates, "at least one");
    Need.that(depth >= 0, "depth", depth, "at least 0");
    templates = Collections.unmodifiableSet(EnumSet.copyOf(templates));
  }

  /// All templates, with up to four nouns in between.
  public static AgreementGrammar whole() {
    return new AgreementGrammar(EnumSet.allOf(Template.class), 4, false);
  }

  /// One template, with up to four nouns in between.
  public static AgreementGrammar of(Template template) {
    return new AgreementGrammar(EnumSet.of(template), 4, false);
  }

  /// The same sentences with the nouns that training shows only right before their verbs.
  public AgreementGrammar onHeldOutNouns() {
    return new AgreementGrammar(templates, depth, true);
  }

  /// The words by number.
  public static List<String> words() {
    return Lexicon.all();
  }

  @Override
  public Sizes sizes() {
    return new Sizes(words().size(), words().size());
  }

  /// Sees the word of the moment, but not the time: a bigram model.
  @Override
  public double baseline() {
    return perAnswer(source().pairEntropy());
  }

  /// The entropy of a word, given all before it.
  @Override
  public double floor() {
    return perAnswer(source().entropy());
  }

  /// How often the next word is right when always the likeliest is said.
  public double bayesAccuracy() {
    return perAnswer(source().meanHits() - 1); // without the stop at the beginning
  }

  /// How often the nearest noun has the number of the dependent word: always where nothing stands
  /// between, else half of the time, and never in a contrast.
  public double nearestNounAccuracy() {
    double agreements = templates.stream().filter(Template::isAgreement).count();
    double pronouns = templates.contains(Template.COREFERENCE) ? 1 : 0;
    double bare = 1.0 / (depth + 1);
    double known = heldOut ? 1 : (double) Lexicon.FAMILIAR.size() / Lexicon.NOUNS.size();
    double nothingBetween = agreements * (known * bare + 1 - known) + pronouns * bare;
    return (nothingBetween + (agreements + pronouns - nothingBetween) / 2) / templates.size();
  }

  private double perAnswer(double perSentence) {
    return perSentence / (source().meanLength() - 1);
  }

  private Source<List<AgreementRules.Part>> source() {
    return new AgreementRules(templates, depth, heldOut).source();
  }

  /// Draws one sentence with its dependency.
  public AgreementSentence sentence(RandomGenerator random) {
    return AgreementSentence.of(source().draw(random));
  }

  @Override
  public Example example(RandomGenerator random) {
    return sentence(random).example();
  }
}
