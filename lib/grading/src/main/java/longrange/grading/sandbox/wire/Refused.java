package longrange.grading.sandbox.wire;

/// A value cannot be sent, since it is no data, or too much of it. The message says so to the
/// author of the value.
public final class Refused extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean large;

  private Refused(String message, boolean large) {
    super(message);
    this.large = large;
  }

  static Refused noData(String message) {
    return new Refused(message, false);
  }

  static Refused tooLarge(String message) {
    return new Refused(message, true);
  }

  /// Whether it is the size that is wrong.
  public boolean large() {
    return large;
  }
}
