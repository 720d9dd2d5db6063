package longrange.kernel.run;

import static java.nio.charset.CodingErrorAction.REPLACE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.util.Locale;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import longrange.kernel.wire.Incoming;
import longrange.kernel.wire.Json;
import longrange.kernel.wire.Outgoing;
import longrange.kernel.wire.Wire;

/// What one cell prints and shows, in its order.
///
/// Printed text is gathered and sent about every 50 ms or 64 KiB: a message per line drowns a
/// client. After 10 MB it is only counted, and the count is said at the end.
public final class CellOutput {
  static final int CHUNK = 64 * 1024;
  static final long LIMIT = 10_000_000;
  private static final int PULSE_MS = 50;

  private static final ScheduledExecutorService PULSE =
      new ScheduledThreadPoolExecutor(
          1, task -> Thread.ofPlatform().daemon().name("output-pulse").unstarted(task));

  private final Wire wire;
  private final Incoming cause;
  private final boolean silent;
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
  private final CharsetDecoder decoder =
      UTF_8.newDecoder().onMalformedInput(REPLACE).onUnmappableCharacter(REPLACE);

  private String stream = "stdout";
  private long printed;
  private long told;

  /// @param silent shows nothing: the client asked so
  public CellOutput(Wire wire, Incoming cause, boolean silent) {
    this.wire = wire;
    this.cause = cause;
    this.silent = silent;
  }

  /// Prints to `stdout` or `stderr`.
  public synchronized void print(String name, byte[] bytes, int offset, int length) {
    if (!stream.equals(name)) {
      flush();
      stream = name;
    }
    int room = Math.clamp(LIMIT - printed, 0, length);
    printed += length;
    if (room == 0) {
      return;
    }
    if (waiting.size() == 0) {
      var _ = PULSE.schedule(this::flush, PULSE_MS, TimeUnit.MILLISECONDS);
    }
    waiting.write(bytes, offset, room);
    if (waiting.size() >= CHUNK) {
      flush();
    }
  }

  /// Prints to `stderr` what the kernel itself has to say about the cell.
  public void note(String text) {
    byte[] bytes = (text + "\n").getBytes(UTF_8);
    print("stderr", bytes, 0, bytes.length);
  }

  /// Sends what is waiting, but for the first bytes of a character that is not whole yet.
  public synchronized void flush() {
    ByteBuffer bytes = ByteBuffer.wrap(waiting.toByteArray());
    CharBuffer text = CharBuffer.allocate(bytes.remaining());
    decoder.reset().decode(bytes, text, false);
    waiting.reset();
    waiting.write(bytes.array(), bytes.position(), bytes.remaining());
    if (text.position() > 0) {
      send(stream, text.flip().toString());
    }
  }

  private void send(String name, String text) {
    sendNow("stream", Json.of("name", name, "text", text));
  }

  private void sendNow(String type, JsonObject content) {
    if (!silent) {
      wire.send(Outgoing.publish(cause, type, content));
    }
  }

  /// Shows something else than text, behind all text printed before.
  public synchronized void publish(String type, JsonObject content) {
    flush();
    sendNow(type, content);
  }

  /// Sends the rest, and says what was left out. Threads of the cell may go on printing.
  public synchronized void finish() {
    flush();
    if (printed > Math.max(LIMIT, told)) {
      told = printed;
      send("stderr", cut(printed));
    }
  }

  private static String cut(long printed) {
    return String.format(
        Locale.ROOT,
        "%n[This cell printed %.1f MB. The first %.0f MB are shown, the other %.1f MB are cut:"
            + " write long output to a file.]%n",
        printed / 1e6,
        LIMIT / 1e6,
        (printed - LIMIT) / 1e6);
  }
}
