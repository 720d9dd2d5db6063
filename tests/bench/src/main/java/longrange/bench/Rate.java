package longrange.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.function.LongSupplier;

/// The highest rate at which something was seen to be done.
///
/// Of one thread by its own time, so that what else runs on the machine counts less; of several by
/// the clock on the wall.
final class Rate {
  private static final int ROUNDS = 10;
  private static final long ROUND_NANOS = 200_000_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Rate() {}

  /// Billions of operations a second.
  ///
  /// @param operations of one run
  /// @param threads that the work uses
  static double best(double operations, int threads, Runnable work) {
    LongSupplier clock = threads == 1 ? THREADS::getCurrentThreadCpuTime : System::nanoTime;
    double best = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long begun = clock.getAsLong();
      long runs = 0;
      long taken = 0;
      while (taken < ROUND_NANOS) {
        work.run();
        runs++;
        taken = clock.getAsLong() - begun;
      }
      best = Math.max(best, operations * runs / taken);
    }
    return best;
  }

  /// The share of their time in which so many threads do not run while a work is done: they wait
  /// for each other, or for a processor that others have.
  static double idle(int threads, Runnable work) {
    long begun = System.nanoTime();
    long ran = ofAllThreads();
    long taken = 0;
    while (taken < ROUNDS * ROUND_NANOS) {
      work.run();
      taken = System.nanoTime() - begun;
    }
    return Math.max(0, 1 - (ofAllThreads() - ran) / (double) taken / threads);
  }

  private static long ofAllThreads() {
    return Arrays.stream(THREADS.getAllThreadIds()).map(THREADS::getThreadCpuTime).sum();
  }
}
