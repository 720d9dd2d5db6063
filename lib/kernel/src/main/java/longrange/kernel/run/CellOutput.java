package longrange.kernel.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
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

  /// Sends what is waiting.
  public synchronized void flush() {
    int whole = wholeCharacters();
    if (whole == 0) {
      return;
    }
    byte[] bytes = waiting.toByteArray();
    waiting.reset();
    waiting.write(bytes, whole, bytes.length - whole);
    send(stream, new String(bytes, 0, whole, UTF_8));
  }

  /// How many of the waiting bytes make whole characters: a cut may not fall into one.
  private int wholeCharacters() {
    byte[] bytes = waiting.toByteArray();
    int lead = bytes.length - 1;
    while (lead >= 0 && lead > bytes.length - 4 && (bytes[lead] & 0xC0) == 0x80) {
      lead--;
    }
    if (lead < 0 || bytes[lead] >= 0) {
      return bytes.length;
    }
    int size = (bytes[lead] & 0xE0) == 0xC0 ? 2 : (bytes[lead] & 0xF0) == 0xE0 ? 3 : 4;
    return bytes.length - lead >= size ? bytes.length : lead;
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
