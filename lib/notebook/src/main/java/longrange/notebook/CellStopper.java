package longrange.notebook;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import longrange.grading.Stopper;
import longrange.kernel.CellControl;

/// How a student's endless loop is ended. The course's kernel really stops it; any other Java
/// kernel can only interrupt it and, when that does not help, give it up and say so.
final class CellStopper {
  private static final AtomicReference<Stopper> CURRENT =
      new AtomicReference<>(Stopper.interrupting());

  private CellStopper() {}

  static Stopper current() {
    return Objects.requireNonNull(CURRENT.get());
  }

  /// Takes the kernel's help, if it offers any.
  ///
  /// @param kernel may be of a kind that was never heard of
  static void use(Object kernel) {
    try {
      CURRENT.set(OwnKernel.stopper(kernel));
    } catch (LinkageError e) {
      // Another kernel: the interface is not on its class path.
      CURRENT.set(Stopper.interrupting());
    }
  }

  /// Apart, so that the interface is looked for only when this is called.
  private static final class OwnKernel {
    static Stopper stopper(Object kernel) {
      return kernel instanceof CellControl control
          ? thread -> stop(control, thread)
          : Stopper.interrupting();
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
