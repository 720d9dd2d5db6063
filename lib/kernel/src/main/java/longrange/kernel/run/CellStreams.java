package longrange.kernel.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import java.io.PrintStream;
import longrange.kernel.wire.Log;

/// `System.out`, `System.err` and `System.in` of the kernel's process: each thread's go to the cell
/// that started it.
public final class CellStreams {
  private final PrintStream out = new PrintStream(new Printing("stdout"), true, UTF_8);
  private final PrintStream err = new PrintStream(new Printing("stderr"), true, UTF_8);
  private final CellInput in;

  public CellStreams(CellInput in) {
    this.in = in;
  }

  /// Puts them in place, also after a cell has redirected them: a forgotten `System.setOut` would
  /// silence the rest of the notebook.
  public void install() {
    System.setOut(out);
    System.setErr(err);
    System.setIn(in);
  }

  /// Gathers nothing itself: flushing is the cell's output's affair.
  private static final class Printing extends OutputStream {
    private final String name;

    Printing(String name) {
      this.name = name;
    }

    @Override
    public void write(int one) {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      Cell cell = Cell.current();
      if (cell == null) {
        Log.text(bytes, offset, length);
      } else {
        cell.output().print(name, bytes, offset, length);
      }
    }
  }
}
