package longrange.tasks;

import java.util.List;
import org.ejml.data.DMatrixRMaj;

/// A sentence, or a few, of the agreement grammar, and the one dependency that is asked about in
/// it: a word far on that is decided by a word before.
///
/// @param words with the stop of the sentence before at place 0
/// @param controller the place of the word that decides: the first noun, or the thesis of a
///   contrast
/// @param dependent the place of the word that is decided: the main verb, the pronoun or the
///   antithesis
public record AgreementSentence(List<String> words, int controller, int dependent) {
  public AgreementSentence {
    words = List.copyOf(words);
  }

  /// Finds the dependency, by the word that every template has for its first.
  static AgreementSentence of(List<String> words) {
    int last = words.size() - 1;
    return switch (words.get(1)) {
      case "here" -> new AgreementSentence(words, 3, last - 2); // here the cats … they left .
      case "on" -> new AgreementSentence(words, 5, last - 1); // on the one hand cheap … weak .
      default -> new AgreementSentence(words, 2, last - 2); // the cats … are old .
    };
  }

  /// The words as symbols, the next one asked after each.
  public Example example() {
    return Example.ofNext(words.stream().map(AgreementGrammar.words()::indexOf).toList());
  }

  /// Whether a model finds the right word likelier than the wrong one.
  ///
  /// @param answers its logits for a batch of examples of sentences, for each time one (B,m). Not
  ///   modified.
  /// @param row of this sentence in the batch
  public boolean isUnderstood(List<DMatrixRMaj> answers, int row) {
    DMatrixRMaj logits = answers.get(dependent - 1);
    List<String> all = AgreementGrammar.words();
    return logits.get(row, all.indexOf(right())) > logits.get(row, all.indexOf(wrong()));
  }

  /// How many words on the dependent word stands.
  public int span() {
    return dependent - controller;
  }

  /// The word that is right.
  public String right() {
    return words.get(dependent);
  }

  /// The word to compare it with: the same one in the other number, or another antithesis.
  public String wrong() {
    return Lexicon.counterpart(right());
  }

  /// The nouns that stand between the two.
  public int between() {
    return nounsBetween().size();
  }

  /// Those of them whose number is not the controller's. In a contrast, which has no number, none.
  public int attractors() {
    return (int) nounsBetween().stream().filter(noun -> hasNumber() && !agrees(noun)).count();
  }

  /// Whether it is right to go by the noun nearest to the dependent word. In a contrast it never
  /// is.
  public boolean nearestNounAgrees() {
    List<String> nouns = nounsBetween();
    return hasNumber() && (nouns.isEmpty() || agrees(nouns.getLast()));
  }

  private boolean hasNumber() {
    return Lexicon.isNoun(words.get(controller));
  }

  private boolean agrees(String noun) {
    return Lexicon.isPlural(noun) == Lexicon.isPlural(words.get(controller));
  }

  private List<String> nounsBetween() {
    return words.subList(controller + 1, dependent).stream().filter(Lexicon::isNoun).toList();
  }
}
