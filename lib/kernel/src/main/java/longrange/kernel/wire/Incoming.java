package longrange.kernel.wire;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;

/// One message of a client.
///
/// @param channel the socket it came by
/// @param route the routing frames; a reply carries the same
/// @param header as it was sent: replies repeat it as their parent's
/// @param metadata of the message
/// @param content of the message
/// @param buffers raw frames after the content
public record Incoming(
    Channel channel,
    List<byte[]> route,
    JsonObject header,
    JsonObject metadata,
    JsonObject content,
    List<byte[]> buffers) {

  /// The message's type, as `execute_request`.
  public String type() {
    return text("msg_type", header);
  }

  /// When the client sent it, in its own words; empty where it does not say.
  public String date() {
    return text("date", header);
  }

  /// A text of the content, or `""`.
  public String text(String name) {
    return text(name, content);
  }

  /// A yes or no of the content. Clients may leave a field out, so each has its default.
  public boolean flag(String name, boolean otherwise) {
    JsonElement value = content.get(name);
    return (value == null || value.isJsonNull()) ? otherwise : value.getAsBoolean();
  }

  /// A whole number of the content.
  public int number(String name, int otherwise) {
    JsonElement value = content.get(name);
    return (value == null || value.isJsonNull()) ? otherwise : value.getAsInt();
  }

  private static String text(String name, JsonObject from) {
    JsonElement value = from.get(name);
    return (value == null || value.isJsonNull()) ? "" : value.getAsString();
  }
}
