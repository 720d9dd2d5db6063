package longrange.notebook;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import longrange.grading.Checker;
import longrange.grading.Stopper;
import longrange.kernel.CellControl;

/// What a check owes to the course's kernel: a student's endless loop is really stopped, and a line
/// of the student's code is named as in `cell [3], line 2`. Any other Java kernel can only
/// interrupt a loop and, when that does not help, give it up and say so; and it does not say where
/// a line is.
final class CourseKernel {
  private static final AtomicReference<UnaryOperator<Checker>> HELP =
      new AtomicReference<>(UnaryOperator.identity());

  private CourseKernel() {}

  /// The same checker with the kernel's help, if it offers any.
  static Checker helping(Checker checker) {
    return Objects.requireNonNull(HELP.get()).apply(checker);
  }

  /// Takes the kernel's help, if it offers any.
  ///
  /// @param kernel may be of a kind that was never heard of
  static void use(Object kernel) {
    try {
      HELP.set(Own.help(kernel));
    } catch (LinkageError e) {
      // Another kernel: the interface is not on its class path.
      HELP.set(UnaryOperator.identity());
    }
  }

  /// Apart, so that the interface is looked for only when this is called.
  private static final class Own {
    static UnaryOperator<Checker> help(Object kernel) {
      return kernel instanceof CellControl control
          ? checker ->
              checker.withStopper(thread -> stop(control, thread)).withPlaces(control::place)
          : UnaryOperator.identity();
    }

    private static boolean stop(CellControl control, Thread thread) {
      try {
        return control.stop(thread, Stopper.GRACE);
      } catch (InterruptedException e) {
        // The caller was interrupted once more: it wants to wait no longer.
        return !thread.isAlive();
      }
    }
  }
}
