package longrange.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/// A kernel's process, started as Jupyter does, and a client of it that speaks the real protocol.
/// It shares no code with the kernel, so that both cannot be wrong alike.
final class Client implements AutoCloseable {
  private static final int TIMEOUT_MS = 20_000;
  private static final int HANDSHAKE_MS = 2_000;
  private static final String KEY = "a key of this test's";

  private final ZMQ.Context context = ZMQ.context(1);
  private final String session = UUID.randomUUID().toString();
  private final Path folder;
  private final Process process;
  private final int[] ports;
  final ZMQ.Socket shell;
  final ZMQ.Socket control;
  private final ZMQ.Socket stdin;
  private final ZMQ.Socket iopub;

  /// A message: its header, its parent's header and its content.
  record Message(JsonObject header, JsonObject parent, JsonObject content) {
    String type() {
      return header.get("msg_type").getAsString();
    }

    boolean answers(String id) {
      return parent.has("msg_id") && parent.get("msg_id").getAsString().equals(id);
    }

    String text(String name) {
      return content.get(name).getAsString();
    }
  }

  /// What one request brought: its reply, and what was shown for it, up to "idle".
  record Answer(Message reply, List<Message> shown) {
    String status() {
      return reply.text("status");
    }

    List<Message> all(String type) {
      return shown.stream().filter(message -> message.type().equals(type)).toList();
    }

    /// All text printed to `stdout` or `stderr`.
    String printed(String stream) {
      StringBuilder text = new StringBuilder();
      for (Message message : all("stream")) {
        if (message.text("name").equals(stream)) {
          text.append(message.text("text"));
        }
      }
      return text.toString();
    }

    /// The value in one form, or "" where there is none.
    String value(String mime) {
      return all("execute_result").stream()
          .map(result -> result.content().getAsJsonObject("data").get(mime))
          .filter(data -> data != null)
          .map(JsonElement::getAsString)
          .findFirst()
          .orElse("");
    }

    String value() {
      return value("text/plain");
    }

    /// The error's name, message and lines, without colours.
    String error() {
      StringBuilder text = new StringBuilder();
      for (Message error : all("error")) {
        text.append(error.text("ename")).append(": ").append(error.text("evalue")).append('\n');
        error
            .content()
            .getAsJsonArray("traceback")
            .forEach(l -> text.append(l.getAsString()).append('\n'));
      }
      return text.toString().replaceAll("\u001b\\[[0-9;]*m", "");
    }
  }

  /// Starts a kernel with the test's own class path.
  static Client start(String... flags) throws Exception {
    return startWithClassPath(System.getProperty("java.class.path", ""), flags);
  }

  static Client startWithClassPath(String classPath, String... flags) throws Exception {
    Client client = new Client(command(classPath, flags));
    client.awaitReady();
    return client;
  }

  /// Starts one and does not wait until it is ready.
  static Client unready() throws Exception {
    return new Client(command(System.getProperty("java.class.path", "")));
  }

  private static List<String> command(String classPath, String... flags) {
    List<String> command = new ArrayList<>(List.of(java().toString(), "-Djava.awt.headless=true"));
    command.addAll(List.of(flags));
    command.addAll(List.of("-cp", classPath, "longrange.kernel.Main", "{connection_file}"));
    return command;
  }

  /// Starts a second kernel from the same connection file, which fails since the ports are taken;
  /// returns what it says.
  String startedAgain() throws IOException, InterruptedException {
    List<String> command = command(System.getProperty("java.class.path", ""));
    command.set(command.size() - 1, connectionFile().toString());
    Process second = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(second.getInputStream().readAllBytes(), UTF_8);
    return second.waitFor() == 3 ? said : "it ended otherwise: " + said;
  }

  static Path java() {
    return Path.of(System.getProperty("java.home", ""), "bin", "java");
  }

  Client(List<String> command) throws Exception {
    this.folder = Files.createTempDirectory("kernel");
    this.ports = freePorts();
    Path file = folder.resolve("connection.json");
    // As Jupyter writes it: for the user alone.
    Files.createFile(file, asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, connection());
    List<String> actual =
        command.stream().map(word -> word.replace("{connection_file}", file.toString())).toList();
    this.process =
        new ProcessBuilder(actual)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    this.shell = connect(SocketType.DEALER, ports[0]);
    this.control = connect(SocketType.DEALER, ports[1]);
    this.stdin = connect(SocketType.DEALER, ports[2]);
    this.iopub = connect(SocketType.SUB, ports[3]);
    iopub.subscribe(new byte[0]);
  }

  private static int[] freePorts() throws IOException {
    List<ServerSocket> held = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
    }
    int[] ports = held.stream().mapToInt(ServerSocket::getLocalPort).toArray();
    for (ServerSocket socket : held) {
      socket.close();
    }
    return ports;
  }

  private String connection() {
    return """
    {"transport": "tcp", "ip": "127.0.0.1", "signature_scheme": "hmac-sha256", "key": "%s",
     "shell_port": %d, "control_port": %d, "stdin_port": %d, "iopub_port": %d, "hb_port": %d}
    """
        .formatted(KEY, ports[0], ports[1], ports[2], ports[3], ports[4]);
  }

  ZMQ.Socket connect(SocketType type, int port) {
    ZMQ.Socket socket = context.socket(type);
    // As jupyter_client does: a kernel asks for input by the identity it got a cell from.
    socket.setIdentity(session.getBytes(UTF_8));
    socket.setReceiveTimeOut(TIMEOUT_MS);
    socket.setLinger(0);
    // JeroMQ 0.6.0 now and then connects and says nothing (its pull request 1022): it tries again
    // after this time, which is 30 s by default, longer than a test waits.
    socket.setHandshakeIvl(HANDSHAKE_MS);
    socket.connect("tcp://127.0.0.1:" + port);
    return socket;
  }

  /// Asks until a status is seen on the broadcast socket, which drops what came before it joined.
  Message awaitReady() throws IOException {
    iopub.setReceiveTimeOut(200);
    try {
      for (int i = 0; i < 100; i++) {
        String id = send(shell, "kernel_info_request", new JsonObject());
        Message reply = receive(shell);
        if (reply == null) {
          throw new IllegalStateException("no kernel_info_reply:\n" + log());
        }
        Message message = receive(iopub);
        while (message != null) {
          if (message.answers(id) && isIdle(message)) {
            return reply;
          }
          message = receive(iopub);
        }
      }
      throw new IllegalStateException("the kernel never became idle:\n" + log());
    } finally {
      iopub.setReceiveTimeOut(TIMEOUT_MS);
    }
  }

  static boolean isIdle(Message message) {
    return message.type().equals("status") && message.text("execution_state").equals("idle");
  }

  Answer run(String code) {
    return run(code, Map.of());
  }

  /// Runs a cell and waits for its end.
  Answer run(String code, Map<String, Object> options) {
    return answer(execute(code, options));
  }

  /// Sends a cell without waiting.
  String execute(String code, Map<String, Object> options) {
    JsonObject content = new JsonObject();
    content.addProperty("code", code);
    content.addProperty("allow_stdin", false);
    options.forEach((name, value) -> content.add(name, JsonParser.parseString(value.toString())));
    return send(shell, "execute_request", content);
  }

  /// Asks something on the shell's socket.
  Message ask(String type, String content) {
    String id = send(shell, type, JsonParser.parseString(content).getAsJsonObject());
    return answer(id).reply();
  }

  /// Asks a kernel that has just been started what it is. Only the reply is waited for: what is
  /// broadcast before this client's subscription has arrived is lost to it.
  Message firstReply() {
    return reply(send(shell, "kernel_info_request", new JsonObject()));
  }

  /// Waits for the reply to a request and for all that was shown for it.
  Answer answer(String id) {
    List<Message> shown = new ArrayList<>();
    Message message = next(iopub);
    while (!(message.answers(id) && isIdle(message))) {
      if (message.answers(id)) {
        shown.add(message);
      }
      message = next(iopub);
    }
    return new Answer(reply(id), shown);
  }

  private Message reply(String id) {
    Message reply = next(shell);
    while (!reply.answers(id)) {
      reply = next(shell);
    }
    return reply;
  }

  /// The next broadcast, whatever request it belongs to.
  Message nextShown() {
    return next(iopub);
  }

  /// Runs a cell, and interrupts it when it is on its way: running, or still being compiled.
  Answer interrupted(String code) throws InterruptedException {
    return interruptedInside("System.out.println(\"on\");\n" + code);
  }

  /// Runs a cell, and interrupts it a moment after it has printed something.
  Answer interruptedInside(String code) throws InterruptedException {
    String id = execute(code, Map.of("allow_stdin", true));
    Message shown = nextShown();
    while (!shown.answers(id) || !shown.type().equals("stream")) {
      shown = nextShown();
    }
    Thread.sleep(200);
    interrupt();
    return answer(id);
  }

  void interrupt() {
    send(control, "interrupt_request", new JsonObject());
    next(control);
  }

  /// Answers the next question of a cell.
  Message type(String line) {
    Message question = next(stdin);
    JsonObject content = new JsonObject();
    content.addProperty("value", line);
    send(stdin, "input_reply", content);
    return question;
  }

  Message next(ZMQ.Socket socket) {
    Message message = receive(socket);
    if (message == null) {
      throw new IllegalStateException("no message within 20 s. The kernel:\n" + threads() + log());
    }
    return message;
  }

  /// Where the kernel's threads are: what to know of a kernel that does not answer.
  private String threads() {
    try {
      Process dump =
          new ProcessBuilder(
                  java().resolveSibling("jcmd").toString(), "" + process.pid(), "Thread.print")
              .redirectErrorStream(true)
              .start();
      return new String(dump.getInputStream().readAllBytes(), UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }

  String log() {
    try {
      return Files.readString(folder.resolve("log"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  Process process() {
    return process;
  }

  Path connectionFile() {
    return folder.resolve("connection.json");
  }

  int[] ports() {
    return ports.clone();
  }

  int heartbeatPort() {
    return ports[4];
  }

  /// Sends a request and returns its id.
  String send(ZMQ.Socket socket, String type, JsonObject content) {
    String id = UUID.randomUUID().toString();
    JsonObject header = new JsonObject();
    header.addProperty("msg_id", id);
    header.addProperty("session", session);
    header.addProperty("username", "student");
    header.addProperty("date", Instant.now().toString());
    header.addProperty("msg_type", type);
    header.addProperty("version", "5.3");
    List<String> parts = List.of(header.toString(), "{}", "{}", content.toString());
    sendFrames(socket, signature(parts), parts);
    return id;
  }

  static void sendFrames(ZMQ.Socket socket, String signature, List<String> parts) {
    socket.sendMore("<IDS|MSG>");
    socket.sendMore(signature);
    for (String part : parts.subList(0, parts.size() - 1)) {
      socket.sendMore(part);
    }
    socket.send(parts.getLast());
  }

  static String signature(List<String> parts) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(KEY.getBytes(UTF_8), "HmacSHA256"));
      parts.forEach(part -> mac.update(part.getBytes(UTF_8)));
      return HexFormat.of().formatHex(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable Message receive(ZMQ.Socket socket) {
    byte[] frame = socket.recv();
    if (frame == null) {
      return null;
    }
    while (!Arrays.equals(frame, "<IDS|MSG>".getBytes(UTF_8))) {
      frame = socket.recv();
    }
    String signature = socket.recvStr();
    List<String> parts = new ArrayList<>();
    while (socket.hasReceiveMore()) {
      parts.add(socket.recvStr());
    }
    if (!signature.equals(signature(parts))) {
      throw new IllegalStateException("the kernel signed wrongly");
    }
    return new Message(object(parts.get(0)), object(parts.get(1)), object(parts.get(3)));
  }

  private static JsonObject object(String json) {
    return JsonParser.parseString(json).getAsJsonObject();
  }

  static List<String> strings(JsonArray array) {
    return array.asList().stream().map(JsonElement::getAsString).toList();
  }

  /// Asks the kernel to end, and waits until its process has.
  void shutdown(boolean restart) throws InterruptedException {
    JsonObject content = new JsonObject();
    content.addProperty("restart", restart);
    send(control, "shutdown_request", content);
    Message reply = next(control);
    if (reply.content().get("restart").getAsBoolean() != restart) {
      throw new IllegalStateException("a wrong shutdown_reply: " + reply);
    }
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the kernel's process does not end");
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
    List.of(shell, control, stdin, iopub).forEach(ZMQ.Socket::close);
    // Not waited for: now and then JeroMQ waits here for ever, for a socket that was closed above.
    Thread.ofPlatform().daemon().start(context::term);
    for (File file :
        List.of(
            folder.resolve("log").toFile(),
            folder.resolve("connection.json").toFile(),
            folder.toFile())) {
      file.delete();
    }
  }
}
