package longrange.kernel.wire;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/// One message of a client.
///
/// @param channel the socket it came by
/// @param route the routing frames; a reply carries the same
/// @param header as it was sent: replies repeat it as their parent's
/// @param content of the message
/// @param nanos when it came, by `System.nanoTime`
public record Incoming(
    Channel channel, List<byte[]> route, JsonObject header, JsonObject content, long nanos) {

  /// The message's type, as `execute_request`.
  public String type() {
    return text("msg_type", header);
  }

  /// When the client sent it, by its own clock; empty where it does not say.
  public Optional<Instant> sent() {
    try {
      return Optional.of(Instant.parse(text("date", header)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
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
