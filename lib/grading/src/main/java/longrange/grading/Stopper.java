package longrange.grading;

import java.time.Duration;

/// Stops the student's code when its time is over.
@FunctionalInterface
public interface Stopper {
  /// How long an interrupted thread has to end before it is given up.
  Duration GRACE = Duration.ofMillis(500);

  /// Stops the code that a thread runs.
  ///
  /// @param thread runs the tests; it ends by itself as soon as the student's code has ended
  /// @return whether it has ended; `false` says that it was given up and still runs
  boolean stop(Thread thread);

  /// Whether this is how code ends that is stopped, by this stopper or by a kernel's interrupt.
  /// Such an end is no result of a test.
  default boolean isStop(Throwable thrown) {
    String name = thrown.getClass().getName();
    // By name: neither the course's kernel nor a class that the JDK is about to drop is known here.
    return name.equals("longrange.kernel.run.CellStopped") || name.equals("java.lang.ThreadDeath");
  }

  /// Interrupts the thread, waits for {@link #GRACE}, then gives it up. Java cannot do more from
  /// outside: a loop that asks nothing goes on until the process ends.
  static Stopper interrupting() {
    return thread -> {
      thread.interrupt();
      try {
        return thread.join(GRACE);
      } catch (InterruptedException e) {
        // The caller was interrupted once more: it wants to wait no longer.
        return !thread.isAlive();
      }
    };
  }
}
