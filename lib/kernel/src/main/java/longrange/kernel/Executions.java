package longrange.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import longrange.kernel.run.Cell;
import longrange.kernel.run.CellOutput;
import longrange.kernel.run.CellRunner;
import longrange.kernel.run.CellStreams;
import longrange.kernel.run.Reserve;
import longrange.kernel.shell.CellFailure;
import longrange.kernel.shell.Shell;
import longrange.kernel.wire.Incoming;
import longrange.kernel.wire.Json;
import longrange.kernel.wire.Outgoing;
import longrange.kernel.wire.Wire;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.jspecify.annotations.Nullable;

/// Runs cells, one after the other.
final class Executions {
  /// How long after an error a cell may still arrive that was sent before it. JupyterLab sends the
  /// cells of Run All one by one.
  private static final long GRACE_NANOS = 250_000_000;

  private final JavaKernel kernel;
  private final Wire wire;
  private final CellRunner runner;
  private final CellStreams streams;

  private int count;
  private @Nullable Failed failed;

  /// A request, and when it came.
  record Arrived(Incoming message, long nanos) {
    static Arrived now(Incoming message) {
      return new Arrived(message, System.nanoTime());
    }
  }

  /// When a cell failed whose client wants the queued ones aborted.
  private record Failed(Instant at, long nanos) {
    boolean precedes(Arrived next) {
      long later = next.nanos - nanos;
      return later > 0 && (later > GRACE_NANOS || !sentBefore(next.message.date()));
    }

    private boolean sentBefore(String date) {
      try {
        return Instant.parse(date).isBefore(at);
      } catch (DateTimeParseException e) {
        return false;
      }
    }
  }

  Executions(JavaKernel kernel, Wire wire, CellRunner runner, CellStreams streams) {
    this.kernel = kernel;
    this.wire = wire;
    this.runner = runner;
    this.streams = streams;
  }

  void handle(Arrived arrived) {
    Incoming request = arrived.message();
    if (failed != null && !failed.precedes(arrived)) {
      reply(request, Json.of("status", "aborted", "execution_count", count));
      return;
    }
    failed = null;
    boolean silent = request.flag("silent", false);
    if (!silent && request.flag("store_history", true)) {
      count++;
      kernel.history().add(count, request.text("code"));
    }
    Cell cell = new Cell(request, count, new CellOutput(wire, request, silent));
    cell.publish("execute_input", Json.of("code", request.text("code"), "execution_count", count));
    JsonObject content = run(cell, request);
    cell.output().finish();
    reply(request, content);
  }

  private void reply(Incoming request, JsonObject content) {
    wire.send(Outgoing.reply(request, "execute_reply", content));
  }

  private JsonObject run(Cell cell, Incoming request) {
    Reserve.keep();
    streams.install();
    runner.begin(cell);
    try {
      show(cell, kernel.eval(cell, request.text("code")));
      return Json.of(
          "status",
          "ok",
          "execution_count",
          cell.count(),
          "user_expressions",
          userExpressions(cell, request),
          "payload",
          new JsonArray());
    } catch (CellFailure e) {
      if (request.flag("stop_on_error", true)) {
        failed = new Failed(Instant.now(), System.nanoTime());
      }
      cell.publishError(e.name(), e.message(), e.lines());
      JsonObject content = error(e);
      content.addProperty("execution_count", cell.count());
      return content;
    } finally {
      runner.end();
    }
  }

  private void show(Cell cell, @Nullable Object value) {
    if (value instanceof Shell.Nothing || cell.hasDisplayed(value)) {
      return;
    }
    JsonObject content = render(value);
    content.addProperty("execution_count", cell.count());
    cell.publish("execute_result", content);
  }

  /// On the cell's thread: a value's text is the cell's code.
  private JsonObject render(@Nullable Object value) {
    return kernel.shell().call(() -> rendered(value), "While the value was shown: ");
  }

  private JsonObject rendered(@Nullable Object value) {
    DisplayData data =
        value instanceof DisplayData ready ? ready : kernel.getRenderer().render(value);
    return Json.element(data).getAsJsonObject();
  }

  private JsonObject userExpressions(Cell cell, Incoming request) {
    JsonObject results = new JsonObject();
    if (request.content().get("user_expressions") instanceof JsonObject expressions) {
      for (Map.Entry<String, JsonElement> expression : expressions.entrySet()) {
        results.add(expression.getKey(), evaluated(cell, expression.getValue().getAsString()));
      }
    }
    return results;
  }

  private JsonObject evaluated(Cell cell, String expression) {
    try {
      Object value = kernel.eval(cell, expression);
      JsonObject result = render(value instanceof Shell.Nothing ? null : value);
      result.addProperty("status", "ok");
      return result;
    } catch (CellFailure e) {
      return error(e);
    }
  }

  private static JsonObject error(CellFailure e) {
    return Json.of(
        "status", "error",
        "ename", e.name(),
        "evalue", e.message(),
        "traceback", e.lines());
  }
}
