package longrange.grading;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// Makes the object that the tests of one grader class look at.
@FunctionalInterface
public interface Maker {
  /// Makes it, on the test thread and within the time of the class's first test.
  Object make(Class<?> grader) throws Exception;

  /// One object for all grader classes, and if it cannot be made, one reason for all.
  static Maker once(Callable<?> maker) {
    return new Maker() {
      private @Nullable Object made;
      private @Nullable Throwable failure;

      @Override
      public Object make(Class<?> grader) throws Exception {
        if (made == null && failure == null) {
          try {
            made = maker.call();
          } catch (Throwable e) {
            // An Error too: the student's code may run out of stack or memory here as anywhere.
            failure = e;
          }
        }
        switch (failure) {
          case Exception e -> throw e;
          case Error e -> throw e;
          case null, default -> {}
        }
        if (made == null) {
          throw new IllegalStateException("A maker must make something.");
        }
        return made;
      }
    };
  }
}
