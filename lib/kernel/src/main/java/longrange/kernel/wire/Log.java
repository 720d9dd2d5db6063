package longrange.kernel.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;

/// The kernel's own voice: the standard error of its process, which Jupyter shows in the terminal
/// it runs in. Not `System.err`, which belongs to the cells.
public final class Log {
  private static final PrintStream OUT =
      new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8);

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
