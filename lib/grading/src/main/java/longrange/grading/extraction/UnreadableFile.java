package longrange.grading.extraction;

/// Says in one sentence why a file cannot be read as a student's work.
public final class UnreadableFile extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableFile(String why) {
    super(why);
  }
}
