package longrange.grading;

/// Is told how a check goes on, on the thread that called it.
public interface Progress {
  /// Says nothing to nobody.
  Progress SILENT = new Progress() {};

  /// Called when a test begins.
  ///
  /// @param title the test's display name
  /// @param number its place, from 1
  /// @param count the number of tests
  default void started(String title, int number, int count) {}

  /// Called once a test has ended in any way but {@link Outcome#NOT_RUN}.
  default void finished(TestResult result) {}
}
