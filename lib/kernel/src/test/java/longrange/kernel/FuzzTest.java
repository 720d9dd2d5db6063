package longrange.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.zeromq.ZMQ;

/// Messages that no client sends: random frames, forged and damaged ones, well signed nonsense. The
/// kernel drops them, says so, and goes on. 10,000 with `-Dlongrange.slow=true`, else a sample.
class FuzzTest {
  private static final int COUNT = Boolean.getBoolean("longrange.slow") ? 10_000 : 500;
  private static final long SEED =
      Long.getLong("longrange.seed", System.currentTimeMillis() / 86_400_000);

  private static final List<String> TYPES =
      List.of(
          "execute_request",
          "inspect_request",
          "complete_request",
          "is_complete_request",
          "history_request",
          "kernel_info_request",
          "comm_info_request",
          "comm_open",
          "comm_msg",
          "comm_close",
          "input_reply",
          "interrupt_request",
          "debug_request",
          "no_such_request");

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "-1",
          "1e300",
          "999999999999999999999",
          "\"\"",
          "\"x\"",
          "[]",
          "{}",
          "[[[[]]]]",
          "{\"a\":{\"b\":null}}",
          "\"\\ud800\"",
          "\"😀\"");

  private static final List<String> FIELDS =
      List.of(
          "code",
          "silent",
          "store_history",
          "user_expressions",
          "allow_stdin",
          "stop_on_error",
          "cursor_pos",
          "detail_level",
          "hist_access_type",
          "n",
          "session",
          "start",
          "stop",
          "pattern",
          "comm_id",
          "target_name",
          "data",
          "value");

  private final Random random = new Random(SEED);
  private int intruders;

  @Test
  void nothingThatIsSentEndsTheKernelOrRunsUnsigned() throws Exception {
    System.out.printf("fuzz: %d messages, -Dlongrange.seed=%d%n", COUNT, SEED);
    try (Client kernel = Client.start()) {
      kernel.run("int intruder = 0;");
      for (int i = 0; i < COUNT; i++) {
        sendOne(random.nextBoolean() ? kernel.shell : kernel.control);
        if (i % 100 == 99) {
          drain(kernel);
        }
      }
      garbageOnEverySocket(kernel);
      drain(kernel);
      assertEquals("0", kernel.run("intruder").value());
      assertTrue(kernel.process().isAlive());
      assertTrue(intruders > 0);
      assertTrue(kernel.log().contains("was dropped"), "no line of the log says so");
    }
  }

  private void sendOne(ZMQ.Socket socket) {
    switch (random.nextInt(4)) {
      case 0 -> randomFrames(socket);
      case 1 -> {
        List<String> parts = new ArrayList<>(nonsense());
        Client.sendFrames(socket, Client.signature(parts), parts);
      }
      case 2 -> forged(socket);
      default -> damaged(socket);
    }
  }

  private void randomFrames(ZMQ.Socket socket) {
    int count = random.nextInt(8);
    for (int i = 0; i < count; i++) {
      socket.sendMore(bytes());
    }
    socket.send(random.nextBoolean() ? bytes() : "<IDS|MSG>".getBytes(UTF_8));
  }

  private byte[] bytes() {
    byte[] bytes = new byte[random.nextInt(200)];
    random.nextBytes(bytes);
    return bytes;
  }

  /// A right header, and contents of the wrong types.
  private List<String> nonsense() {
    StringBuilder content = new StringBuilder("{\"code\":\"1\"");
    for (int i = random.nextInt(4); i > 0; i--) {
      content.append(",\"").append(pick(FIELDS)).append("\":").append(pick(VALUES));
    }
    String type = random.nextInt(20) == 0 ? pick(VALUES) : "\"" + pick(TYPES) + "\"";
    String header =
        "{\"msg_id\":\"f\",\"session\":\"s\",\"username\":\"u\",\"date\":%s,\"msg_type\":%s}"
            .formatted(pick(VALUES), type);
    return List.of(header, pick(VALUES), pick(VALUES), content + "}");
  }

  private String pick(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  /// A whole cell with a signature that anybody could write.
  private void forged(ZMQ.Socket socket) {
    List<String> parts = cell();
    String right = Client.signature(parts);
    String wrong =
        switch (random.nextInt(4)) {
          case 0 -> "";
          case 1 -> right.substring(1);
          case 2 -> right.toUpperCase(java.util.Locale.ROOT).replaceFirst("[A-F]", "0");
          default -> Client.signature(List.of("another", "message"));
        };
    Client.sendFrames(socket, wrong.equals(right) ? "0" : wrong, parts);
  }

  private List<String> cell() {
    intruders++;
    String header = "{\"msg_id\":\"i\",\"session\":\"s\",\"msg_type\":\"execute_request\"}";
    return List.of(header, "{}", "{}", "{\"code\":\"intruder = 1;\"}");
  }

  /// A well signed cell of which one character was changed on the way.
  private void damaged(ZMQ.Socket socket) {
    List<String> parts = new ArrayList<>(cell());
    String signature = Client.signature(parts);
    int part = random.nextInt(parts.size());
    StringBuilder changed = new StringBuilder(parts.get(part));
    int at = random.nextInt(changed.length());
    changed.setCharAt(at, (char) (changed.charAt(at) ^ (1 + random.nextInt(30))));
    parts.set(part, changed.toString());
    Client.sendFrames(socket, signature, parts);
  }

  /// Bytes from somebody who does not speak ZeroMQ at all.
  private void garbageOnEverySocket(Client kernel) throws IOException {
    for (int port : kernel.ports()) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(UTF_8));
        socket.getOutputStream().write(bytes());
      }
    }
  }

  /// Asks something, and takes all that came before its answer.
  private static void drain(Client kernel) {
    Client.Answer answer = kernel.run("3 + 4");
    for (int i = 0; i < 20 && wasStopped(answer); i++) {
      answer = kernel.run("3 + 4");
    }
    assertEquals("7", answer.value(), answer.reply().toString());
  }

  /// Sent while a cell of the nonsense was failing, as in Run All, or before an interrupt, which is
  /// among the nonsense too, was heard.
  private static boolean wasStopped(Client.Answer answer) {
    return answer.status().equals("aborted")
        || (answer.status().equals("error")
            && answer.reply().text("ename").equals("KeyboardInterrupt"));
  }
}
