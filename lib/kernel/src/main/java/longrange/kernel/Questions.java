package longrange.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.function.Function;
import longrange.kernel.wire.Incoming;
import longrange.kernel.wire.Json;
import longrange.kernel.wire.Outgoing;
import longrange.kernel.wire.Wire;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/// The requests that run no cell: what the kernel is, what could stand here, what is this.
final class Questions {
  private final JavaKernel kernel;
  private final Map<String, Function<Incoming, JsonObject>> answers;

  Questions(JavaKernel kernel) {
    this.kernel = kernel;
    this.answers =
        Map.of(
            "kernel_info_request", message -> kernelInfo(),
            "complete_request", this::complete,
            "inspect_request", this::inspect,
            "is_complete_request", this::isComplete,
            "history_request", this::history,
            "comm_info_request", message -> Json.of("status", "ok", "comms", new JsonObject()));
  }

  boolean knows(String type) {
    return answers.containsKey(type);
  }

  JsonObject answer(Incoming message) {
    Function<Incoming, JsonObject> answer = answers.get(message.type());
    if (answer == null) {
      throw new IllegalArgumentException("no answer to " + message.type());
    }
    try {
      return answer.apply(message);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      return Json.of(
          "status",
          "error",
          "ename",
          e.getClass().getSimpleName(),
          "evalue",
          String.valueOf(e.getMessage()),
          "traceback",
          new JsonArray());
    }
  }

  JsonObject kernelInfo() {
    LanguageInfo language = kernel.getLanguageInfo();
    return Json.of(
        "status",
        "ok",
        "protocol_version",
        "5.3",
        "implementation",
        kernel.getName(),
        "implementation_version",
        kernel.getVersion(),
        "language_info",
        Json.of(
            "name", language.getName(),
            "version", language.getVersion(),
            "mimetype", language.getMimetype(),
            "file_extension", language.getFileExtension(),
            "pygments_lexer", language.getPygmentsLexer(),
            "codemirror_mode", language.getCodemirrorMode(),
            "nbconvert_exporter", language.getNbconvertExporter()),
        "banner",
        "Java " + language.getVersion() + " on JShell",
        "debugger",
        false,
        "help_links",
        new JsonArray());
  }

  private JsonObject complete(Incoming message) {
    String code = message.text("code");
    int cursor = chars(code, message.number("cursor_pos", Integer.MAX_VALUE));
    ReplacementOptions options = kernel.complete(code, cursor);
    return Json.of(
        "status", "ok",
        "matches", options.getReplacements(),
        "cursor_start", code.codePointCount(0, options.getSourceStart()),
        "cursor_end", code.codePointCount(0, options.getSourceEnd()),
        "metadata", new JsonObject());
  }

  private JsonObject inspect(Incoming message) {
    String code = message.text("code");
    int cursor = chars(code, message.number("cursor_pos", Integer.MAX_VALUE));
    DisplayData found = kernel.inspect(code, cursor, message.number("detail_level", 0) > 0);
    JsonObject reply =
        Json.element(DisplayData.emptyIfNull(found)) instanceof JsonObject data
            ? data
            : new JsonObject();
    reply.addProperty("status", "ok");
    reply.addProperty("found", found != null);
    return reply;
  }

  /// The protocol counts code points, Java's strings count UTF-16 units.
  private static int chars(String code, int codePoints) {
    int all = code.codePointCount(0, code.length());
    return code.offsetByCodePoints(0, Math.clamp(codePoints, 0, all));
  }

  private JsonObject isComplete(Incoming message) {
    String state = kernel.isComplete(message.text("code"));
    return switch (state) {
      case BaseKernel.IS_COMPLETE_YES, BaseKernel.IS_COMPLETE_BAD, BaseKernel.IS_COMPLETE_MAYBE ->
          Json.of("status", state);
      default -> Json.of("status", "incomplete", "indent", state);
    };
  }

  private JsonObject history(Incoming message) {
    return Json.of("status", "ok", "history", kernel.history().answer(message));
  }

  /// No comm target is registered here, so what a client opens is closed again, as is specified.
  void comm(Incoming message, Wire wire) {
    if (message.type().equals("comm_open")) {
      JsonObject content = Json.of("comm_id", message.text("comm_id"), "data", new JsonObject());
      wire.send(Outgoing.publish(message, "comm_close", content));
    }
  }
}
