package longrange.kernel.shell;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import jdk.jshell.spi.ExecutionControl.UserException;
import longrange.kernel.run.Reserve;
import org.jspecify.annotations.Nullable;

/// An exception of a cell, with the form of it that JShell translates: class, message, frames,
/// cause. Made on the cell's own thread, since `getMessage` may be the cell's code.
final class Thrown extends Exception {
  private static final long serialVersionUID = 1;
  private static final int MAX_CAUSES = 8;

  private final transient Throwable cause;
  private final transient UserException described;

  Thrown(Throwable cause) {
    super("a cell's exception", null, false, false);
    this.cause = cause;
    this.described = describe(cause, new HashSet<>());
  }

  /// Does `work`, and turns whatever it throws into one of these.
  static <T> T described(Callable<T> work) throws Thrown {
    try {
      return work.call();
    } catch (Throwable e) {
      Reserve.releaseOn(e);
      throw new Thrown(e);
    }
  }

  /// The exception itself.
  Throwable cause() {
    return cause;
  }

  UserException described() {
    return described;
  }

  private static UserException describe(Throwable error, Set<Throwable> seen) {
    UserException described =
        new UserException(message(error), error.getClass().getName(), error.getStackTrace());
    seen.add(error);
    Throwable cause = error.getCause();
    // A chain of causes may be a ring.
    if (cause != null && seen.size() < MAX_CAUSES && !seen.contains(cause)) {
      described.initCause(describe(cause, seen));
    }
    return described;
  }

  private static @Nullable String message(Throwable error) {
    try {
      return error.getLocalizedMessage();
    } catch (RuntimeException | StackOverflowError e) {
      return "(its getMessage() failed too, with " + e.getClass().getName() + ")";
    }
  }
}
