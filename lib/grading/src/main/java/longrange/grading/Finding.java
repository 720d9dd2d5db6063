package longrange.grading;

import java.lang.reflect.UndeclaredThrowableException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import longrange.exercises.Todo;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.MultipleFailuresError;

/// What a test's throwable says about the answer.
///
/// An assertion of the grader means wrong; anything else came out of the student's code. `Todo` is
/// looked for all the way down, since an `assertThrows` around the student's call wraps it.
record Finding(Outcome outcome, String message) {
  static Finding of(@Nullable Throwable thrown, TestResult test, Frames frames) {
    if (thrown == null) {
      return new Finding(Outcome.PASSED, "");
    }
    Throwable seen = unwrapped(thrown);
    Set<Throwable> all = Collections.newSetFromMap(new IdentityHashMap<>());
    collect(seen, all);
    for (Throwable each : all) {
      if (each instanceof Todo todo) {
        return new Finding(Outcome.TODO, todo.getMessage() == null ? "" : todo.getMessage());
      }
    }
    if (seen instanceof AssertionFailedError || seen instanceof MultipleFailuresError) {
      return new Finding(Outcome.FAILED, assertion(seen));
    }
    return new Finding(Outcome.ERROR, error(seen, test, frames));
  }

  /// Without what the answer itself said: it may be what the test passed to it. An assertion's
  /// words are the grader's own.
  Finding withheld() {
    return switch (outcome) {
      case TODO -> new Finding(outcome, "Not attempted.");
      case ERROR ->
          new Finding(
              outcome, "An exception was thrown. It is not shown, since it may hold the input.");
      default -> this;
    };
  }

  /// The end of the answer, when it ended in this test.
  static Optional<AnswerEnded> end(@Nullable Throwable thrown) {
    Set<Throwable> all = Collections.newSetFromMap(new IdentityHashMap<>());
    collect(thrown, all);
    return all.stream()
        .filter(AnswerEnded.class::isInstance)
        .map(AnswerEnded.class::cast)
        .findFirst();
  }

  private static Throwable unwrapped(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      // A stand-in of the answer must not throw a checked exception as it is.
      boolean wrapping =
          t instanceof Trial.AnswerFailed || t instanceof UndeclaredThrowableException;
      if (wrapping && t.getCause() != null) {
        return t.getCause();
      }
    }
    // Code without its own signature's manners throws a checked exception through the recording.
    return thrown instanceof UndeclaredThrowableException && thrown.getCause() != null
        ? thrown.getCause()
        : thrown;
  }

  private static void collect(@Nullable Throwable thrown, Set<Throwable> all) {
    if (thrown == null || !all.add(thrown)) {
      return;
    }
    collect(thrown.getCause(), all);
    Stream.of(thrown.getSuppressed()).forEach(each -> collect(each, all));
    if (thrown instanceof MultipleFailuresError several) {
      several.getFailures().forEach(each -> collect(each, all));
    }
  }

  private static String assertion(Throwable thrown) {
    // JUnit puts an arrow between the grader's sentence and its own.
    return String.valueOf(thrown.getMessage()).replace(" ==> ", ": ");
  }

  private static String error(Throwable thrown, TestResult test, Frames frames) {
    StringBuilder text = new StringBuilder(ThrownAs.simpleName(thrown));
    String said = said(thrown);
    if (said != null && !said.isBlank()) {
      text.append(": ").append(said);
    }
    frames.students(thrown, test.grader()).ifPresent(at -> text.append("\nin ").append(at));
    return text.toString();
  }

  /// The course's kernel, which is not known here, refuses an exit in a cell with a sentence about
  /// itself. A check says what it says at every door.
  private static boolean isExitInACell(Throwable thrown) {
    StackTraceElement[] frames = thrown.getStackTrace();
    return thrown instanceof SecurityException
        && frames.length > 0
        && frames[0].getClassName().equals("longrange.kernel.run.ExitCalls");
  }

  private static @Nullable String said(Throwable thrown) {
    if (thrown instanceof StackOverflowError) {
      return "the calls never end; look for a recursion without its last case";
    }
    try {
      String said = thrown.getLocalizedMessage();
      return said != null && isExitInACell(thrown)
          ? Rules.exitRefused(said.replaceFirst("(?s)(?<=\\)) .*", ""))
          : said;
    } catch (RuntimeException | StackOverflowError e) {
      // The student's own exception class may fail to say what it is about.
      return null;
    }
  }
}
