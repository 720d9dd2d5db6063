package longrange.kernel;

/// to be written
final class Rehearsal {
  private Rehearsal() {}

  static int run() {
    return 1;
  }
}
