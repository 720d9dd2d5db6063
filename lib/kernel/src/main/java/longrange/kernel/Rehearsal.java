package longrange.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import longrange.kernel.run.CellRunner;
import longrange.kernel.shell.JarIndex;
import longrange.kernel.shell.Shell;
import longrange.kernel.wire.Channel;
import longrange.kernel.wire.Frames;
import longrange.kernel.wire.Incoming;
import longrange.kernel.wire.Json;
import longrange.kernel.wire.Log;
import longrange.kernel.wire.Outgoing;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/// The training run of the start-up cache: a kernel and its client in one process, on loopback, go
/// through what a notebook's first minute asks of a kernel. What is loaded and linked here starts
/// at once later.
final class Rehearsal {
  private static final String HOST = "127.0.0.1";
  private static final String KEY = "rehearsal";
  private static final int TIMEOUT_MS = 60_000;
  private static final int HANDSHAKE_MS = 2_000;

  private final Frames frames;
  private final ZMQ.Socket shell;
  private final ZMQ.Socket control;

  private Rehearsal(ZMQ.Context context, KernelConnectionProperties at) {
    this.frames = new Frames(at);
    this.shell = connect(context, at.getShellPort());
    this.control = connect(context, at.getControlPort());
  }

  private static ZMQ.Socket connect(ZMQ.Context context, int port) {
    ZMQ.Socket socket = context.socket(SocketType.DEALER);
    socket.setReceiveTimeOut(TIMEOUT_MS);
    socket.setLinger(0);
    // JeroMQ 0.6.0 now and then connects and says nothing (its pull request 1022); it tries again
    // after this time, which is 30 s by default.
    socket.setHandshakeIvl(HANDSHAKE_MS);
    socket.connect("tcp://" + HOST + ":" + port);
    return socket;
  }

  /// Goes through it all; returns the process's exit status.
  static int run() throws IOException, InterruptedException {
    JarIndex.write(Extension.class.getName());
    KernelConnectionProperties at = freePorts();
    CountDownLatch ended = new CountDownLatch(1);
    Thread.ofPlatform()
        .daemon()
        .name("kernel")
        .start(() -> {
          CellRunner runner = new CellRunner();
          new Requests(at, runner, Shell.start(runner), ended::countDown).serve();
        });
    // Neither sockets nor context are closed: the process ends now, and JeroMQ sometimes waits for
    // ever for a socket that has been closed.
    Rehearsal client = new Rehearsal(ZMQ.context(1), at);
    try {
      client.play();
      return ended.await(TIMEOUT_MS, TimeUnit.MILLISECONDS) ? 0 : 1;
    } catch (IllegalStateException e) {
      Log.line("the rehearsal failed: " + e.getMessage());
      return 1;
    }
  }

  private static KernelConnectionProperties freePorts() throws IOException {
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (int i = 0; i < Channel.values().length; i++) {
        held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      int[] ports = held.stream().mapToInt(ServerSocket::getLocalPort).toArray();
      return new KernelConnectionProperties(
          HOST, ports[0], ports[1], ports[2], ports[3], ports[4], "tcp", "hmac-sha256", KEY);
    } finally {
      for (ServerSocket socket : held) {
        socket.close();
      }
    }
  }

  private static List<String> cells() throws IOException {
    try (InputStream file = Rehearsal.class.getResourceAsStream("rehearsal.jsh")) {
      String all = new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
      return List.of(all.split("// next cell\n", -1));
    }
  }

  private void play() throws IOException, InterruptedException {
    ask(shell, "kernel_info_request", new JsonObject());
    for (String cell : cells()) {
      boolean endless = cell.startsWith("while");
      send(shell, "execute_request", Json.of("code", cell, "stop_on_error", false));
      if (endless) {
        Thread.sleep(200);
        ask(control, "interrupt_request", new JsonObject());
      }
      receive(shell, "execute_reply");
    }
    ask(shell, "complete_request", Json.of("code", "Math.ma", "cursor_pos", 7));
    ask(shell, "inspect_request", Json.of("code", "Math.max", "cursor_pos", 8));
    ask(shell, "is_complete_request", Json.of("code", "for (;;) {"));
    ask(shell, "history_request", Json.of("hist_access_type", "tail", "n", 5));
    ask(control, "shutdown_request", Json.of("restart", false));
  }

  private void ask(ZMQ.Socket socket, String type, JsonObject content) {
    send(socket, type, content);
    receive(socket, type.replace("_request", "_reply"));
  }

  private void send(ZMQ.Socket socket, String type, JsonObject content) {
    Outgoing request = new Outgoing(Channel.SHELL, List.of(), type, null, content);
    Frames.send(socket, frames.write(request));
  }

  private void receive(ZMQ.Socket socket, String type) {
    List<byte[]> parts = Frames.receive(socket, 0);
    if (parts.isEmpty()) {
      throw new IllegalStateException("no " + type + " within a minute");
    }
    Incoming reply = frames.read(Channel.SHELL, parts);
    if (!reply.type().equals(type)) {
      throw new IllegalStateException("expected " + type + ", got " + reply.type());
    }
  }
}
