package longrange.linalg;

/// Refuses what cannot be, in one sentence that names the thing, the rule and the way out.
public final class Need {
  private Need() {}

  /// Refuses one number or word of a setting: `lag is 0: need at least 1`.
  public static void that(boolean holds, String name, Object value, String rule) {
    that(holds, "%s is %s: need %s".formatted(name, value, rule));
  }

  /// Refuses with this sentence.
  public static void that(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
