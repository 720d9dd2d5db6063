package longrange.kernel.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import longrange.kernel.wire.Incoming;
import longrange.kernel.wire.Json;
import longrange.kernel.wire.Outgoing;
import longrange.kernel.wire.Wire;
import org.jspecify.annotations.Nullable;

/// `System.in`: each read beyond the last line asks the user for one more.
public final class CellInput extends InputStream {
  private final Wire wire;
  private final BlockingQueue<String> replies = new LinkedBlockingQueue<>();
  private byte[] line = {};
  private int at;
  private @Nullable Cell refused;

  public CellInput(Wire wire) {
    this.wire = wire;
  }

  /// Takes the client's `input_reply`.
  public void reply(Incoming message) {
    replies.add(message.text("value"));
  }

  @Override
  public synchronized int read() throws IOException {
    return fill() ? line[at++] & 0xFF : -1;
  }

  @Override
  public synchronized int read(byte[] into, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, line.length - at);
    System.arraycopy(line, at, into, offset, count);
    at += count;
    return count;
  }

  @Override
  public synchronized int available() {
    return line.length - at;
  }

  private boolean fill() throws IOException {
    if (at < line.length) {
      return true;
    }
    Cell cell = Cell.current();
    if (cell == null || !cell.request().flag("allow_stdin", true)) {
      refuse(cell);
      return false;
    }
    line = (ask(cell) + "\n").getBytes(UTF_8);
    at = 0;
    return true;
  }

  /// Asks the client that runs `cell` for one line.
  private String ask(Cell cell) throws IOException {
    cell.output().flush();
    // A reply that nobody waited for (its cell was interrupted) is not this question's.
    replies.clear();
    wire.send(Outgoing.question(cell.request(), Json.of("prompt", "", "password", false)));
    try {
      return replies.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted = new InterruptedIOException("interrupted at the prompt");
      interrupted.initCause(e);
      throw interrupted;
    }
  }

  private void refuse(@Nullable Cell cell) {
    if (cell != null && refused != cell) {
      refused = cell;
      cell.output()
          .note(
              "[System.in is at its end: whoever runs this cell allows no input (allow_stdin is"
                  + " false). Run it in JupyterLab to type.]");
    }
  }
}
