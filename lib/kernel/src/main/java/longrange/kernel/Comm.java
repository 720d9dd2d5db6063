package longrange.kernel;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.reflect.TypeToken;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import longrange.kernel.run.Cell;
import longrange.kernel.wire.Incoming;
import longrange.kernel.wire.Json;
import org.jspecify.annotations.Nullable;

/// A line between code in cells and code in the notebook's page, open until one side closes it.
///
/// Either side may open it, by the name of a target that the other has registered. What is sent is
/// an object of JSON: a map here. What takes a message runs as a cell does, after the cell that
/// runs: it can be interrupted, and its output belongs to the message.
///
/// ```java
/// Comm.target("counter", comm -> comm.onMessage(data -> comm.send(Map.of("next", next(data)))));
/// ```
public final class Comm {
  private static final Gson GSON = new Gson();

  /// Those that are open, and who takes what the page opens: one kernel runs in a process.
  private static final Map<String, Comm> OPEN = new ConcurrentHashMap<>();

  private static final Map<String, Consumer<Comm>> TARGETS = new ConcurrentHashMap<>();

  private volatile Consumer<Map<String, Object>> receiver = data -> {};
  private volatile Consumer<Map<String, Object>> closed = data -> {};
  private final String id;
  private final String target;
  private final Map<String, Object> opened;

  private Comm(String id, String target, Map<String, Object> opened) {
    this.id = id;
    this.target = target;
    this.opened = opened;
  }

  /// Opens one to a target of the page's. The page closes it again where it has no such target.
  ///
  /// @param data for the target
  public static Comm open(String target, Map<String, ?> data) {
    Comm comm = new Comm(UUID.randomUUID().toString(), target, Map.of());
    comm.publish("comm_open", data, "target_name", target);
    OPEN.put(comm.id, comm);
    return comm;
  }

  /// Lets the page open them: `opened` gets each, and should say at once what it does with
  /// messages.
  public static void target(String name, Consumer<Comm> opened) {
    TARGETS.put(name, opened);
  }

  /// By which both sides know it.
  public String id() {
    return id;
  }

  /// Whose name it was opened by.
  public String target() {
    return target;
  }

  /// What it was opened with by the page; empty where this side has opened it.
  public Map<String, Object> data() {
    return opened;
  }

  /// Takes what the page sends. Whole numbers come as `Double`, as all of JSON's numbers.
  public void onMessage(Consumer<Map<String, Object>> action) {
    receiver = action;
  }

  /// Takes the page's last word.
  public void onClose(Consumer<Map<String, Object>> action) {
    closed = action;
  }

  /// Sends something to the page.
  public void send(Map<String, ?> data) {
    if (!OPEN.containsKey(id)) {
      throw new IllegalStateException("this comm is closed: open another");
    }
    publish("comm_msg", data);
  }

  /// Closes it, on both sides.
  public void close() {
    if (OPEN.remove(id) != null) {
      publish("comm_close", Map.of());
    }
  }

  private void publish(String type, Map<String, ?> data, String... more) {
    Cell cell = Cell.current();
    if (cell == null) {
      throw new IllegalStateException("a comm needs a cell: none has run yet");
    }
    JsonObject content = Json.of((Object[]) more);
    content.addProperty("comm_id", id);
    content.add("data", Json.element(data));
    cell.publish(type, content);
  }

  /// The content of a `comm_info_reply`.
  static JsonObject info(Incoming request) {
    String wanted = request.text("target_name");
    JsonObject comms = new JsonObject();
    OPEN.values().stream()
        .filter(comm -> wanted.isEmpty() || wanted.equals(comm.target))
        .forEach(comm -> comms.add(comm.id, Json.of("target_name", comm.target)));
    return Json.of("status", "ok", "comms", comms);
  }

  /// What a message of the page's asks the cells' code to do; null where nobody waits for it.
  static @Nullable Runnable work(Incoming message) {
    String id = message.text("comm_id");
    JsonElement data = message.content().get("data");
    return switch (message.type()) {
      case "comm_open" -> opened(id, message.text("target_name"), map(data));
      case "comm_msg" -> work(OPEN.get(id), comm -> comm.receiver.accept(map(data)));
      default -> work(OPEN.remove(id), comm -> comm.closed.accept(map(data)));
    };
  }

  private static @Nullable Runnable work(@Nullable Comm comm, Consumer<Comm> action) {
    return comm == null ? null : () -> action.accept(comm);
  }

  private static @Nullable Runnable opened(String id, String target, Map<String, Object> data) {
    Consumer<Comm> taker = TARGETS.get(target);
    if (taker == null) {
      return null;
    }
    Comm comm = new Comm(id, target, data);
    OPEN.put(id, comm);
    return () -> taker.accept(comm);
  }

  private static Map<String, Object> map(@Nullable JsonElement data) {
    Map<String, Object> map =
        GSON.fromJson(data, new TypeToken<Map<String, Object>>() {}.getType());
    return map == null ? Map.of() : map;
  }
}
