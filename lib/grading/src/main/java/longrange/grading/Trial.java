package longrange.grading;

import java.lang.reflect.InvocationTargetException;
import longrange.grading.diagnosis.Recording;
import org.jspecify.annotations.Nullable;

/// One answer on trial: what the thread that runs the tests is bound to while it runs them.
final class Trial {
  /// Bound on the test thread only, so two checks at once do not meet.
  static final ScopedValue<Trial> CURRENT = ScopedValue.newInstance();

  private final Maker maker;
  private final Recording recording;
  private @Nullable Class<?> madeFor;
  private @Nullable Object answer;
  private @Nullable Throwable failure;
  private volatile boolean over;

  Trial(Class<?> contract, Maker maker) {
    this.maker = maker;
    recording = new Recording(contract);
  }

  /// The answer, made on the first call for a grader class: the student's constructor and static
  /// initialisers are under the time limit of its first test, and if they fail they fail every
  /// test.
  ///
  /// @param test the key of the test that looks at it; what it calls is recorded
  Object answer(String test, Class<?> grader) throws AnswerFailed {
    if (madeFor != grader) {
      madeFor = grader;
      make(grader);
    }
    if (answer == null) {
      throw new AnswerFailed(failure);
    }
    return recording.of(answer, test);
  }

  /// What the tests have called so far.
  Recording recording() {
    return recording;
  }

  private void make(Class<?> grader) {
    answer = null;
    failure = null;
    try {
      answer = maker.make(grader);
    } catch (InvocationTargetException | ExceptionInInitializerError e) {
      failure = e.getCause() == null ? e : e.getCause();
    } catch (Throwable e) {
      // An Error too: the student's code may run out of stack or memory here as anywhere.
      failure = e;
    }
  }

  /// From now on no further test begins.
  void end() {
    over = true;
  }

  boolean over() {
    return over;
  }

  /// Carries what the student's code threw past JUnit, which would take an `OutOfMemoryError` for
  /// its own and end the run.
  static final class AnswerFailed extends Exception {
    private static final long serialVersionUID = 1L;

    AnswerFailed(@Nullable Throwable cause) {
      super(cause);
    }
  }
}
