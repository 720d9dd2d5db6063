package longrange.grading.extraction;

import longrange.grading.Rules;

/// What an answer's calls of `System.exit`, `Runtime.exit` and `Runtime.halt` do instead: they
/// would end the check, without a verdict and with an exit code of the answer's choice.
@SuppressWarnings("DoNotCallSuggester") // nobody calls these by name: the calls are woven in
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
    return new SecurityException(Rules.exitRefused(call + "(" + status + ")"));
  }
}
