package longrange.kernel;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import longrange.kernel.wire.Incoming;
import longrange.kernel.wire.Json;
import org.jspecify.annotations.Nullable;

/// The comms that are open, and the targets that the page may open some of. One kernel runs in a
/// process, so there is one of these.
final class Comms {
  private static final Map<String, Comm> OPEN = new ConcurrentHashMap<>();
  private static final Map<String, Consumer<Comm>> TARGETS = new ConcurrentHashMap<>();

  private Comms() {}

  static void target(String name, Consumer<Comm> opened) {
    TARGETS.put(name, opened);
  }

  static void add(Comm comm) {
    OPEN.put(comm.id(), comm);
  }

  static boolean isOpen(Comm comm) {
    return OPEN.containsKey(comm.id());
  }

  static @Nullable Comm remove(String id) {
    return OPEN.remove(id);
  }

  /// The content of a `comm_info_reply`.
  static JsonObject info(Incoming request) {
    String wanted = request.text("target_name");
    JsonObject comms = new JsonObject();
    OPEN.values().stream()
        .filter(comm -> wanted.isEmpty() || wanted.equals(comm.target()))
        .forEach(comm -> comms.add(comm.id(), Json.of("target_name", comm.target())));
    return Json.of("status", "ok", "comms", comms);
  }

  /// What a message of the page's asks the cells' code to do; null where nobody waits for it.
  static @Nullable Runnable work(Incoming message) {
    String id = message.text("comm_id");
    JsonElement data = message.content().get("data");
    return switch (message.type()) {
      case "comm_open" -> open(id, message.text("target_name"), data);
      case "comm_msg" -> work(OPEN.get(id), comm -> comm.receive(data));
      default -> work(OPEN.remove(id), comm -> comm.closedByPage(data));
    };
  }

  private static @Nullable Runnable work(@Nullable Comm comm, Consumer<Comm> action) {
    return comm == null ? null : () -> action.accept(comm);
  }

  private static @Nullable Runnable open(String id, String target, @Nullable JsonElement data) {
    Consumer<Comm> opened = TARGETS.get(target);
    if (opened == null) {
      return null;
    }
    Comm comm = new Comm(id, target, Comm.map(data));
    add(comm);
    return () -> opened.accept(comm);
  }
}
