package longrange.grading.submissions;

/// Says in one sentence why something that was handed in is not looked at.
final class Refused extends Exception {
  private static final long serialVersionUID = 1L;

  private final String why;

  Refused(String why) {
    super(why);
    this.why = why;
  }

  String why() {
    return why;
  }
}
