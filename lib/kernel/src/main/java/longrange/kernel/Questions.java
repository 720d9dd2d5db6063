package longrange.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import longrange.kernel.wire.Incoming;
import longrange.kernel.wire.Json;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.jspecify.annotations.Nullable;

/// The requests that run no cell: what the kernel is, what could stand here, what is this.
final class Questions {
  private final JavaKernel kernel;

  Questions(JavaKernel kernel) {
    this.kernel = kernel;
  }

  /// The content of the reply, or null where the message is no question.
  @Nullable JsonObject answer(Incoming message) {
    return switch (message.type()) {
      case "kernel_info_request" -> kernelInfo();
      case "complete_request" -> complete(message);
      case "inspect_request" -> inspect(message);
      case "is_complete_request" -> isComplete(message);
      case "history_request" ->
          Json.of("status", "ok", "history", kernel.history().answer(message));
      case "comm_info_request" -> Comm.info(message);
      default -> null;
    };
  }

  private JsonObject kernelInfo() {
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
        languageInfo(),
        "banner",
        "Java " + kernel.getLanguageInfo().getVersion() + " on JShell",
        "debugger",
        false,
        "help_links",
        new JsonArray());
  }

  private JsonObject languageInfo() {
    LanguageInfo language = kernel.getLanguageInfo();
    return Json.of(
        "name", language.getName(),
        "version", language.getVersion(),
        "mimetype", language.getMimetype(),
        "file_extension", language.getFileExtension(),
        "pygments_lexer", language.getPygmentsLexer(),
        "codemirror_mode", language.getCodemirrorMode(),
        "nbconvert_exporter", language.getNbconvertExporter());
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
        "metadata", Json.of());
  }

  private JsonObject inspect(Incoming message) {
    String code = message.text("code");
    int cursor = chars(code, message.number("cursor_pos", Integer.MAX_VALUE));
    DisplayData found = kernel.inspect(code, cursor, message.number("detail_level", 0) > 0);
    JsonObject reply = Json.element(DisplayData.emptyIfNull(found)).getAsJsonObject();
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
}
