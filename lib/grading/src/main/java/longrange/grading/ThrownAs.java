package longrange.grading;

/// Says of an exception that came from another process which class it had there: the class itself
/// is not here. It is attached as a suppressed exception.
public final class ThrownAs extends Exception {
  private static final long serialVersionUID = 1L;

  /// @param className the class that was thrown
  public ThrownAs(String className) {
    super(className, null, false, false);
  }

  /// The name by which a reader knows the class of an exception.
  static String simpleName(Throwable thrown) {
    for (Throwable each : thrown.getSuppressed()) {
      if (each instanceof ThrownAs as) {
        return Rules.simple(String.valueOf(as.getMessage()));
      }
    }
    return thrown.getClass().getSimpleName();
  }
}
