package longrange.grading.classroom;

/// Says in one sentence why the results in a folder cannot be gone on with.
public final class OtherRun extends Exception {
  private static final long serialVersionUID = 1L;

  private final String why;

  OtherRun(String why) {
    super(why);
    this.why = why;
  }

  /// The sentence.
  public String why() {
    return why;
  }

  /// What differs, in words.
  static String difference(Conditions before, Conditions now) {
    if (!before.java().equals(now.java())) {
      return "JDK (" + before.java() + ")";
    }
    if (!before.isolation().equals(now.isolation())) {
      return "isolation (" + before.isolation() + ")";
    }
    if (before.seed() != now.seed()) {
      return "seed (" + before.seed() + ")";
    }
    if (!before.exercises().equals(now.exercises())) {
      return "choice of exercises (" + String.join(", ", before.exercises()) + ")";
    }
    if (!before.limits().equals(now.limits())) {
      return "set of limits";
    }
    return before.catalogue().equals(now.catalogue())
        ? "version of the tests"
        : "catalogue of known mistakes";
  }
}
