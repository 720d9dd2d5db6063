package longrange.tasks;

/// The ways in which a word of the agreement grammar depends on one far before it.
public enum Template {
  /// "the keys to the cabinet are old": nouns stand between the subject and its verb.
  PREPOSITION,

  /// "the cats that see the dog are old": each further noun is the object of the one before, and
  /// every verb but the last agrees with the noun just before it.
  SUBJECT_RELATIVE,

  /// "the cats that the dog sees are old": each further noun is the subject of a clause within, and
  /// the verbs come in the reverse order of their nouns.
  OBJECT_RELATIVE,

  /// "here the cats came . the dog slept . now they left": a pronoun takes the number of a noun
  /// some sentences ago.
  COREFERENCE,

  /// "on the one hand cheap . the dog slept . on the other hand weak": the second half of a
  /// contrast follows from the first.
  DISCOURSE;

  /// Whether the dependent word is the verb of the sentence's first noun.
  boolean isAgreement() {
    return this != COREFERENCE && this != DISCOURSE;
  }
}
