package longrange.kernel.wire;

import java.io.PrintStream;

/// The kernel's own voice: the standard error of its process, which Jupyter shows in the terminal
/// it runs in. Taken before any cell can redirect it.
public final class Log {
  private static final PrintStream OUT = System.err;

  private Log() {}

  /// One line.
  public static void line(String text) {
    OUT.println("[kernel] " + text);
  }

  /// Text that was printed while no cell was there to show it.
  public static void text(byte[] bytes, int offset, int length) {
    OUT.write(bytes, offset, length);
  }
}
