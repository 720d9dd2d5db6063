package longrange.notebook;

/// Sentences of the text, held against the computation beside them.
final class Claims {
  private Claims() {}

  static View check(boolean holds, String sentence) {
    if (!holds) throw new AssertionError("Not so: " + sentence);
    return holds(sentence);
  }

  static View check(String what, double computed, double inText, double tolerance) {
    String found = what + " = " + Numbers.plain(computed);
    boolean holds = Math.abs(computed - inText) <= tolerance;
    String within = tolerance == 0 ? "exactly" : "to within " + Numbers.plain(tolerance);
    String claimed = " (the text says %s, %s)".formatted(Numbers.plain(inText), within);
    if (!holds) throw new AssertionError("Not so: " + found + claimed + "; computed " + computed);
    return holds(found + claimed);
  }

  private static View holds(String sentence) {
    return View.sentence("✓ Holds: " + sentence);
  }
}
