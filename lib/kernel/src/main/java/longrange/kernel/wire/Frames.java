package longrange.kernel.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Messages as ZeroMQ frames: `route…, <IDS|MSG>, signature, header, parent, metadata, content,
/// buffers…`.
public final class Frames {
  private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(US_ASCII);

  /// One constant id for the kernel's life: JupyterLab reads a kernel's restart from its change.
  private final String session = UUID.randomUUID().toString();

  private final Signature signature;
  private long count;

  public Frames(Signature signature) {
    this.signature = signature;
  }

  /// Reads one message.
  ///
  /// @throws IllegalArgumentException if it is malformed or wrongly signed
  public Incoming read(Channel channel, List<byte[]> frames) {
    int at = 0;
    while (at < frames.size() && !Arrays.equals(frames.get(at), DELIMITER)) {
      at++;
    }
    if (frames.size() < at + 6) {
      throw new IllegalArgumentException("too few frames: " + frames.size());
    }
    List<byte[]> signed = frames.subList(at + 2, at + 6);
    if (!signature.matches(frames.get(at + 1), signed)) {
      throw new IllegalArgumentException("the signature does not match");
    }
    JsonObject header = object(signed.get(0));
    if (!header.has("msg_type") || !header.has("msg_id")) {
      throw new IllegalArgumentException("a header without msg_type or msg_id");
    }
    return new Incoming(
        channel,
        List.copyOf(frames.subList(0, at)),
        header,
        object(signed.get(3)),
        System.nanoTime());
  }

  private static JsonObject object(byte[] json) {
    return JsonParser.parseString(new String(json, UTF_8)).getAsJsonObject();
  }

  /// Writes one message, with a header of the kernel's own.
  public List<byte[]> write(Outgoing message) {
    List<byte[]> signed =
        List.of(
            bytes(header(message.type())),
            bytes(message.parent()),
            bytes(null),
            bytes(message.content()));
    List<byte[]> frames = new ArrayList<>(message.route());
    frames.add(DELIMITER);
    frames.add(signature.of(signed));
    frames.addAll(signed);
    return frames;
  }

  private JsonObject header(String type) {
    return Json.of(
        "msg_id", session + "_" + count++,
        "session", session,
        "username", "kernel",
        "date", Instant.now().toString(),
        "msg_type", type,
        "version", "5.3");
  }

  private static byte[] bytes(@Nullable JsonObject json) {
    return json == null ? "{}".getBytes(US_ASCII) : json.toString().getBytes(UTF_8);
  }
}
