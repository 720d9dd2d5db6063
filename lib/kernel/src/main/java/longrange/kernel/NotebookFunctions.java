package longrange.kernel;

import longrange.kernel.run.Cell;
import longrange.kernel.wire.Json;

/// Functions that every cell can call, beside those of JJava (`display`, `updateDisplay`, …).
public final class NotebookFunctions {
  private NotebookFunctions() {}

  /// Removes what the cell has shown so far.
  public static void clearOutput() {
    clearOutput(false);
  }

  /// Removes what the cell has shown so far.
  ///
  /// @param wait removes it only when something new is shown, so that nothing flickers
  public static void clearOutput(boolean wait) {
    Cell cell = Cell.current();
    if (cell != null) {
      cell.publish("clear_output", Json.of("wait", wait));
    }
  }
}
