package longrange.bench;

/// The highest rate at which something was seen to be done: what disturbs only makes it slower.
final class Rate {
  private static final int ROUNDS = 10;
  private static final long ROUND_NANOS = 200_000_000;

  private Rate() {}

  /// Billions of operations a second.
  ///
  /// @param operations of one run
  static double best(double operations, Runnable work) {
    double best = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long begun = System.nanoTime();
      long runs = 0;
      do {
        work.run();
        runs++;
      } while (System.nanoTime() - begun < ROUND_NANOS);
      best = Math.max(best, operations * runs / (System.nanoTime() - begun));
    }
    return best;
  }
}
