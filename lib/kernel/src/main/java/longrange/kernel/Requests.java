package longrange.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import longrange.kernel.run.CellInput;
import longrange.kernel.run.CellRunner;
import longrange.kernel.run.CellStreams;
import longrange.kernel.run.Reserve;
import longrange.kernel.shell.Shell;
import longrange.kernel.wire.Channel;
import longrange.kernel.wire.Incoming;
import longrange.kernel.wire.Json;
import longrange.kernel.wire.Log;
import longrange.kernel.wire.Outgoing;
import longrange.kernel.wire.Wire;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.jspecify.annotations.Nullable;

/// Takes a client's requests and answers each.
///
/// Interrupt and shutdown are answered at once, on the wire's thread; all else waits for its turn
/// on the kernel's thread, behind the cell that runs. Only while the kernel still warms up is
/// `kernel_info_request` answered at once too, so that a client sees it alive.
final class Requests {
  private final Wire wire;
  private final CellInput input;
  private final JavaKernel kernel;
  private final Questions questions;
  private final Executions executions;
  private final BlockingQueue<Incoming> queue = new LinkedBlockingQueue<>();
  private final Runnable exit;
  private volatile boolean warm;

  /// @param exit called, once, when a client shuts the kernel down and has its reply
  Requests(KernelConnectionProperties at, CellRunner runner, Future<Shell> shell, Runnable exit) {
    this.wire = new Wire(at, this::receive);
    this.kernel = new JavaKernel(runner, shell);
    this.questions = new Questions(kernel);
    this.input = new CellInput(wire);
    this.executions = new Executions(kernel, wire, runner, new CellStreams(input));
    this.exit = exit;
  }

  /// Serves from now on; the calling thread becomes the kernel's.
  void serve() {
    publish(null, "status", Json.of("execution_state", "starting"));
    wire.start();
    try {
      kernel.onStartup();
    } catch (RuntimeException | LinkageError e) {
      Log.line("the Java shell could not start: " + e);
      exit.run();
    }
    warm = true;
    try {
      while (true) {
        handle(next());
      }
    } catch (InterruptedException e) {
      Log.line("the kernel's thread was interrupted, and ends");
    }
  }

  /// The next request. While there is none the kernel makes itself readier, in small steps.
  private Incoming next() throws InterruptedException {
    Incoming next = queue.poll();
    while (next == null && kernel.prepare()) {
      next = queue.poll();
    }
    return next == null ? queue.take() : next;
  }

  private void receive(Incoming message) {
    if (message.type().equals("input_reply")) {
      input.reply(message);
    } else if (isAnsweredAtOnce(message)) {
      handle(message);
    } else {
      queue.add(message);
    }
  }

  private boolean isAnsweredAtOnce(Incoming message) {
    return switch (message.type()) {
      case "interrupt_request", "shutdown_request" -> true;
      case "kernel_info_request" -> !warm || message.channel() == Channel.CONTROL;
      default -> false;
    };
  }

  private void handle(Incoming message) {
    try {
      publish(message, "status", Json.of("execution_state", "busy"));
      JsonObject content = content(message);
      if (content != null) {
        wire.send(Outgoing.reply(message, replyType(message), content));
      }
    } catch (Throwable t) {
      // Whatever happens here is a fault of the kernel's own. The next request is still served.
      Reserve.releaseOn(t);
      Log.line("a " + message.type() + " failed: " + t);
      if (message.type().endsWith("_request")) {
        wire.send(Outgoing.reply(message, replyType(message), failed(t)));
      }
    }
    publish(message, "status", Json.of("execution_state", "idle"));
  }

  private static String replyType(Incoming message) {
    return message.type().replace("_request", "_reply");
  }

  /// What a reply says where the kernel itself failed.
  private static JsonObject failed(Throwable e) {
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

  /// What the reply says; null for a message that has none.
  private @Nullable JsonObject content(Incoming message) {
    return switch (message.type()) {
      case "execute_request" -> executions.answer(message);
      case "interrupt_request" -> executions.interrupt(message);
      case "shutdown_request" -> shutdown(message);
      case "comm_open", "comm_msg", "comm_close" -> {
        executions.comm(message);
        yield null;
      }
      default -> questions.answer(message);
    };
  }

  private void publish(@Nullable Incoming cause, String type, JsonObject content) {
    wire.send(Outgoing.publish(cause, type, content));
  }

  /// The wire sends its reply before it closes.
  private JsonObject shutdown(Incoming message) {
    boolean restart = message.flag("restart", false);
    Thread.ofPlatform().name("shutdown").start(() -> shutdown(restart));
    return Json.of("status", "ok", "restart", restart);
  }

  private void shutdown(boolean restart) {
    Thread extensions =
        Thread.ofPlatform().daemon().name("uninstall").start(() -> kernel.onShutdown(restart));
    try {
      extensions.join(100);
      wire.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exit.run();
    }
  }
}
