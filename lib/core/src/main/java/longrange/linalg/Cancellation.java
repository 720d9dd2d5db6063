package longrange.linalg;

import java.util.concurrent.CancellationException;

/// The question that every long loop of the library asks once per step: is this to stop?
///
/// An interrupt of the thread counts as yes, whatever the answer. Its flag is left set: whoever
/// interrupted is told so by the next loop, too.
@FunctionalInterface
public interface Cancellation {
  /// True from the moment on that the work is no longer wanted.
  boolean requested();

  /// Stops at an interrupt of the thread only.
  static Cancellation onInterrupt() {
    return () -> false;
  }

  /// Whether to stop now.
  default boolean now() {
    return requested() || Thread.currentThread().isInterrupted();
  }

  /// Stops work that has no useful part result.
  ///
  /// @param work what is stopped, for the message: `the Jacobian probe at lag 17`
  default void check(String work) {
    if (now()) {
      throw new CancellationException(work + " was stopped");
    }
  }
}
