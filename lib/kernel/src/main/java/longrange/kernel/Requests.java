package longrange.kernel;

import com.google.gson.JsonObject;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import longrange.kernel.run.CellInput;
import longrange.kernel.run.CellRunner;
import longrange.kernel.run.CellStreams;
import longrange.kernel.run.Reserve;
import longrange.kernel.wire.Channel;
import longrange.kernel.wire.Incoming;
import longrange.kernel.wire.Json;
import longrange.kernel.wire.Log;
import longrange.kernel.wire.Outgoing;
import longrange.kernel.wire.Wire;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;

/// Takes a client's requests and answers each.
///
/// Interrupt and shutdown are answered at once, on the wire's thread; all else waits for its turn
/// on the kernel's thread, behind the cell that runs. Only while the kernel still warms up is
/// `kernel_info_request` answered at once too, so that a client sees it alive.
final class Requests {
  private final Wire wire;
  private final CellRunner runner = new CellRunner();
  private final CellInput input;
  private final JavaKernel kernel = new JavaKernel(runner);
  private final Questions questions = new Questions(kernel);
  private final Executions executions;
  private final BlockingQueue<Executions.Arrived> queue = new LinkedBlockingQueue<>();
  private final Runnable exit;
  private volatile boolean warm;

  /// @param exit called, once, when a client shuts the kernel down and has its reply
  Requests(KernelConnectionProperties at, Runnable exit) {
    this.wire = new Wire(at, this::receive);
    this.input = new CellInput(wire);
    this.executions = new Executions(kernel, wire, runner, new CellStreams(input));
    this.exit = exit;
  }

  /// Serves from now on; the calling thread becomes the kernel's.
  void serve() {
    wire.send(Outgoing.publish(null, "status", Json.of("execution_state", "starting")));
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
        handle(queue.take());
      }
    } catch (InterruptedException e) {
      Log.line("the kernel's thread was interrupted, and ends");
    }
  }

  private void receive(Incoming message) {
    switch (message.type()) {
      case "input_reply" -> input.reply(message);
      case "interrupt_request" -> answer(message, () -> interrupt());
      case "shutdown_request" -> shutdown(message);
      case "kernel_info_request" -> {
        if (!warm || message.channel() == Channel.CONTROL) {
          answer(message, () -> questions.kernelInfo());
        } else {
          queue.add(Executions.Arrived.now(message));
        }
      }
      default -> queue.add(Executions.Arrived.now(message));
    }
  }

  private JsonObject interrupt() {
    kernel.interrupt();
    return Json.of("status", "ok");
  }

  private void shutdown(Incoming message) {
    boolean restart = message.flag("restart", false);
    answer(message, () -> Json.of("status", "ok", "restart", restart));
    Thread.ofPlatform().name("shutdown").start(() -> shutdown(restart));
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

  private void handle(Executions.Arrived arrived) {
    Incoming message = arrived.message();
    try {
      if (message.type().equals("execute_request")) {
        busy(message);
        executions.handle(arrived);
        idle(message);
      } else if (questions.knows(message.type())) {
        answer(message, () -> questions.answer(message));
      } else {
        busy(message);
        questions.comm(message, wire);
        idle(message);
      }
    } catch (Throwable t) {
      // Whatever happens here is a fault of the kernel's own. The next request is still served.
      Reserve.releaseOn(t);
      Log.line("a " + message.type() + " failed: " + t);
      idle(message);
    }
  }

  private interface Reply {
    JsonObject content();
  }

  private void answer(Incoming message, Reply reply) {
    busy(message);
    JsonObject content = reply.content();
    String type = message.type().replace("_request", "_reply");
    wire.send(Outgoing.reply(message, type, content));
    idle(message);
  }

  private void busy(Incoming message) {
    wire.send(Outgoing.publish(message, "status", Json.of("execution_state", "busy")));
  }

  private void idle(Incoming message) {
    wire.send(Outgoing.publish(message, "status", Json.of("execution_state", "idle")));
  }
}
