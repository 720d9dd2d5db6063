package longrange.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.concurrent.Executors;
import longrange.kernel.run.Cell;
import longrange.kernel.run.CellOutput;
import longrange.kernel.run.CellRunner;
import longrange.kernel.run.CellStreams;
import longrange.kernel.run.Reserve;
import longrange.kernel.shell.CellFailure;
import longrange.kernel.shell.Shell;
import longrange.kernel.wire.Incoming;
import longrange.kernel.wire.Json;
import longrange.kernel.wire.Wire;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.jspecify.annotations.Nullable;

/// Runs cells, one after the other.
final class Executions {
  /// How long after an error or an interrupt a cell may still arrive that was sent before it.
  /// JupyterLab sends the cells of Run All one by one, and interrupts come by another socket.
  private static final long GRACE_NANOS = 250_000_000;

  private final JavaKernel kernel;
  private final Wire wire;
  private final CellRunner runner;
  private final CellStreams streams;

  private int count;
  private @Nullable Moment failed;
  private @Nullable Moment interrupted;

  /// When something happened that also concerns the requests sent before it.
  private record Moment(Instant at, long nanos) {
    static Moment now() {
      return new Moment(Instant.now(), System.nanoTime());
    }

    /// Whether `request` was sent before: it came before, or a little later with an earlier date.
    boolean concerns(Incoming request) {
      long later = request.nanos() - nanos;
      return later <= 0 || (later <= GRACE_NANOS && request.sent().filter(at::isAfter).isPresent());
    }
  }

  Executions(JavaKernel kernel, Wire wire, CellRunner runner, CellStreams streams) {
    this.kernel = kernel;
    this.wire = wire;
    this.runner = runner;
    this.streams = streams;
  }

  /// Runs a cell.
  ///
  /// @return the content of its reply
  JsonObject answer(Incoming request) {
    if (failed != null && failed.concerns(request)) {
      // No count: JupyterLab would show it as the prompt of a cell that has not run.
      return Json.of("status", "aborted");
    }
    failed = null;
    boolean silent = request.flag("silent", false);
    String code = request.text("code");
    if (!silent && request.flag("store_history", true)) {
      count++;
      kernel.history().add(count, code);
    }
    Cell cell = new Cell(request, count, new CellOutput(wire, request, silent));
    cell.publish("execute_input", Json.of("code", code, "execution_count", count));
    JsonObject content = run(cell, request);
    content.addProperty("execution_count", count);
    cell.output().finish();
    return content;
  }

  private JsonObject run(Cell cell, Incoming request) {
    Reserve.keep();
    streams.install();
    begin(cell, request);
    try {
      show(cell, kernel.eval(cell, request.text("code")));
      return Json.of(
          "status",
          "ok",
          "user_expressions",
          userExpressions(cell, request),
          "payload",
          new JsonArray());
    } catch (CellFailure e) {
      if (request.flag("stop_on_error", true)) {
        failed = Moment.now();
      }
      cell.publish("error", error(e));
      return failed(e);
    } finally {
      runner.end();
    }
  }

  /// Lets cell code have what the page sends over a comm.
  void comm(Incoming message) {
    Cell cell = new Cell(message, count, new CellOutput(wire, message, false));
    Runnable work = Comm.work(message);
    if (work == null) {
      if (message.type().equals("comm_open")) {
        // Nobody has registered the target: as specified, it is closed at once.
        Object id = message.text("comm_id");
        cell.publish("comm_close", Json.of("comm_id", id, "data", Json.of()));
      }
      return;
    }
    streams.install();
    begin(cell, message);
    try {
      kernel.shell().call(Executors.callable(work), "While a message of the page's was handled: ");
    } catch (CellFailure e) {
      cell.output().note(e.name() + ": " + e.message() + "\n" + String.join("\n", e.lines()));
    } finally {
      runner.end();
      cell.output().finish();
    }
  }

  private synchronized void begin(Cell cell, Incoming request) {
    runner.begin(cell);
    if (interrupted != null && interrupted.concerns(request)) {
      runner.interrupt();
    }
    interrupted = null;
  }

  /// Stops the cell that runs. Where none does, it is meant for the one that was sent last and has
  /// not begun: the kernel may still warm up, or that cell may come by its socket a moment later.
  ///
  /// @return the content of the reply
  synchronized JsonObject interrupt(Incoming order) {
    if (!runner.interrupt()) {
      interrupted = new Moment(order.sent().orElse(Instant.now()), order.nanos());
    }
    return Json.of("status", "ok");
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
      expressions
          .asMap()
          .forEach((name, code) -> results.add(name, evaluated(cell, code.getAsString())));
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
      return failed(e);
    }
  }

  private static JsonObject failed(CellFailure e) {
    JsonObject content = error(e);
    content.addProperty("status", "error");
    return content;
  }

  private static JsonObject error(CellFailure e) {
    return Json.of("ename", e.name(), "evalue", e.message(), "traceback", e.lines());
  }
}
