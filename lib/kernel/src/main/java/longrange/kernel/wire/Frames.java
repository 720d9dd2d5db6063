package longrange.kernel.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.jspecify.annotations.Nullable;
import org.zeromq.ZFrame;
import org.zeromq.ZMQ;
import org.zeromq.ZMsg;

/// Messages as ZeroMQ frames: `route…, <IDS|MSG>, signature, header, parent, metadata, content,
/// buffers…`.
public final class Frames {
  private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(US_ASCII);

  /// One constant id for the kernel's life: JupyterLab reads a kernel's restart from its change.
  private final String session = UUID.randomUUID().toString();

  private final HMACGenerator signer;
  private long count;

  /// @param at names the signature's scheme and key; with no key nothing is signed
  public Frames(KernelConnectionProperties at) {
    try {
      this.signer = at.createHMACGenerator();
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "this JDK has no signature scheme " + at.getSignatureScheme(), e);
    }
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
    // Compared in constant time: how long it takes tells nothing about the key.
    if (!MessageDigest.isEqual(signature(signed), frames.get(at + 1))) {
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
    frames.add(signature(signed));
    frames.addAll(signed);
    return frames;
  }

  private JsonObject header(String type) {
    return Json.of(
        "msg_id",
        session + "_" + count++,
        "session",
        session,
        "username",
        "kernel",
        "date",
        Instant.now().toString(),
        "msg_type",
        type,
        "version",
        "5.3");
  }

  private byte[] signature(List<byte[]> signed) {
    return signer.calculateSignature(signed.toArray(byte[][]::new)).getBytes(US_ASCII);
  }

  /// Sends frames as one message.
  public static void send(ZMQ.Socket socket, List<byte[]> frames) {
    for (int i = 0; i < frames.size(); i++) {
      socket.send(frames.get(i), i < frames.size() - 1 ? ZMQ.SNDMORE : 0);
    }
  }

  /// Receives the frames of one message; none where none has come.
  ///
  /// @param flags 0, or `ZMQ.DONTWAIT`
  public static List<byte[]> receive(ZMQ.Socket socket, int flags) {
    ZMsg message = ZMsg.recvMsg(socket, flags);
    return message == null ? List.of() : message.stream().map(ZFrame::getData).toList();
  }

  private static byte[] bytes(@Nullable JsonObject json) {
    return json == null ? "{}".getBytes(US_ASCII) : json.toString().getBytes(UTF_8);
  }
}
