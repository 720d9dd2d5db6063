package longrange.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/// The highest rate at which something was seen to be done, by the processor's time of this thread:
/// so that what else runs on the machine counts less.
final class Rate {
  private static final int ROUNDS = 10;
  private static final long ROUND_NANOS = 200_000_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Rate() {}

  /// Billions of operations a second.
  ///
  /// @param operations of one run
  static double best(double operations, Runnable work) {
    double best = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long begun = THREADS.getCurrentThreadCpuTime();
      long runs = 0;
      long taken = 0;
      while (taken < ROUND_NANOS) {
        work.run();
        runs++;
        taken = THREADS.getCurrentThreadCpuTime() - begun;
      }
      best = Math.max(best, operations * runs / taken);
    }
    return best;
  }
}
