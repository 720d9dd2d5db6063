package longrange.bench;

/// Refuses to time two contenders that do not do the same.
final class Agreement {
  private Agreement() {}

  /// Compares what came out of a work, relative to the largest number: loss and all gradients.
  ///
  /// @throws IllegalStateException when they differ by more than rounding
  static void check(Work work, String peer, double[] ours, double[] theirs) {
    if (ours.length != theirs.length) {
      throw new IllegalStateException(
          "%s: %d numbers came out, and %d at %s: they do not do the same work"
              .formatted(work.line(), ours.length, theirs.length, peer));
    }
    double largest = 0;
    double difference = 0;
    for (int i = 0; i < ours.length; i++) {
      largest = Math.max(largest, Math.abs(ours[i]));
      difference = Math.max(difference, Math.abs(ours[i] - theirs[i]));
    }
    if (!(difference <= work.tolerance() * largest) || largest == 0) {
      throw new IllegalStateException(
          "%s: results differ from %s's by %.1e of the largest, and %.1e is rounding: not timed"
              .formatted(work.line(), peer, difference / largest, work.tolerance()));
    }
  }
}
