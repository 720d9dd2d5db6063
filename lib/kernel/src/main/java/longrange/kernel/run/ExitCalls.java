package longrange.kernel.run;

/// What a cell's calls of `System.exit`, `Runtime.exit` and `Runtime.halt` do instead: they would
/// end the kernel, and with it every variable of the notebook.
// DoNotCallSuggester: woven code is the only caller, and the annotation would be a dependency.
@SuppressWarnings("DoNotCallSuggester")
public final class ExitCalls {
  private ExitCalls() {}

  /// Stands for `System.exit(status)`.
  public static void exit(int status) {
    throw refusal("System.exit", status);
  }

  /// Stands for `runtime.exit(status)`.
  public static void exit(Runtime runtime, int status) {
    throw refusal("Runtime.exit", status);
  }

  /// Stands for `runtime.halt(status)`.
  public static void halt(Runtime runtime, int status) {
    throw refusal("Runtime.halt", status);
  }

  private static SecurityException refusal(String call, int status) {
    return new SecurityException(
        call
            + "("
            + status
            + ") would end the kernel and lose every variable of this notebook, so it was not"
            + " called. To leave a method early use return; to start afresh, restart the kernel"
            + " from the menu.");
  }
}
