package longrange.kernel.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.gson.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One message of the kernel's.
///
/// @param channel the socket it leaves by
/// @param route the routing frames: a client's own, or the topic of a broadcast
/// @param type as `execute_reply`
/// @param parent the header of the request that caused it
/// @param content of the message
public record Outgoing(
    Channel channel,
    List<byte[]> route,
    String type,
    @Nullable JsonObject parent,
    JsonObject content) {

  /// The answer to one client, by the socket it asked on.
  public static Outgoing reply(Incoming to, String type, JsonObject content) {
    return new Outgoing(to.channel(), to.route(), type, to.header(), content);
  }

  /// A question to the client that sent `cell`.
  public static Outgoing question(Incoming cell, JsonObject content) {
    return new Outgoing(Channel.STDIN, cell.route(), "input_request", cell.header(), content);
  }

  /// A broadcast to all clients.
  public static Outgoing publish(@Nullable Incoming cause, String type, JsonObject content) {
    JsonObject parent = cause == null ? null : cause.header();
    List<byte[]> topic = List.of(type.getBytes(US_ASCII));
    return new Outgoing(Channel.IOPUB, topic, type, parent, content);
  }
}
