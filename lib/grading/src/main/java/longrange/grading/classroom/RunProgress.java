package longrange.grading.classroom;

/// Is told how a run goes on, by one thread at a time.
@FunctionalInterface
public interface RunProgress {
  /// Called after each exercise of each student.
  ///
  /// @param done how many are graded now, those of an earlier run among them
  /// @param fresh how many of these were graded by this run
  /// @param all how many there are
  void graded(int done, int fresh, int all);
}
