package longrange.grading.classroom;

import longrange.grading.extraction.Answer;
import longrange.grading.sandbox.Graded;

/// Compiles an answer and runs the tests on it, somewhere it can do no harm.
@FunctionalInterface
public interface Examiner {
  /// What came of it. Called by several threads at once.
  Graded examine(Answer answer) throws Exception;
}
