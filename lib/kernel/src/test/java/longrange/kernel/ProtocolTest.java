package longrange.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import longrange.kernel.Client.Answer;
import longrange.kernel.Client.Message;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/// Message by message, what the messaging specification 5.3 asks of a kernel.
class ProtocolTest {
  private static Client kernel;

  @BeforeAll
  static void start() throws Exception {
    kernel = Client.start();
  }

  @AfterAll
  static void stop() throws Exception {
    kernel.close();
  }

  @Test
  void everyHeaderIsWholeAndOfOneSession() {
    Answer answer = kernel.run("System.out.println(1);\n2");
    List<Message> all = Stream.concat(answer.shown().stream(), Stream.of(answer.reply())).toList();
    Set<String> sessions = all.stream().map(m -> header(m, "session")).collect(Collectors.toSet());
    assertEquals(1, sessions.size());
    assertFalse(sessions.contains(answer.reply().parent().get("session").getAsString()));
    Set<String> ids = all.stream().map(m -> header(m, "msg_id")).collect(Collectors.toSet());
    assertEquals(all.size(), ids.size());
    for (Message message : all) {
      assertEquals("5.3", header(message, "version"));
      assertTrue(header(message, "date").matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d.*Z"));
      OffsetDateTime.parse(header(message, "date"));
      assertFalse(header(message, "username").isEmpty());
      assertEquals(
          Set.of("msg_id", "session", "username", "date", "msg_type", "version"),
          message.parent().keySet());
    }
  }

  private static String header(Message message, String name) {
    return message.header().get(name).getAsString();
  }

  @Test
  void aCellIsBusyThenShownThenIdle() {
    Answer answer = kernel.run("System.out.println(1);\n2");
    List<String> types = answer.shown().stream().map(Message::type).toList();
    assertEquals(List.of("status", "execute_input", "stream", "execute_result"), types);
    assertEquals("busy", answer.shown().getFirst().text("execution_state"));
    assertEquals("ok", answer.status());
    int count = answer.reply().content().get("execution_count").getAsInt();
    assertEquals(count, answer.shown().get(1).content().get("execution_count").getAsInt());
    assertEquals(count, answer.shown().get(3).content().get("execution_count").getAsInt());
  }

  @Test
  void kernelInfoSaysWhatJupyterNeeds() {
    JsonObject info = kernel.ask("kernel_info_request", "{}").content();
    assertEquals("ok", info.get("status").getAsString());
    assertEquals("5.3", info.get("protocol_version").getAsString());
    JsonObject language = info.getAsJsonObject("language_info");
    assertEquals("java", language.get("name").getAsString());
    assertEquals("text/x-java", language.get("mimetype").getAsString());
    assertEquals(".java", language.get("file_extension").getAsString());
    assertTrue(info.has("implementation") && info.has("banner") && info.has("help_links"));
  }

  @Test
  void kernelInfoIsAnsweredOnControlWhileACellRuns() throws Exception {
    String cell = kernel.execute("Thread.sleep(500)", Map.of());
    kernel.send(kernel.control, "kernel_info_request", new JsonObject());
    assertEquals("kernel_info_reply", kernel.next(kernel.control).type());
    assertEquals("ok", kernel.answer(cell).status());
  }

  @Test
  void historyIsAnsweredInEachOfItsThreeWays() {
    kernel.run("int historic = 1;");
    kernel.run("historic + 41");
    String tail =
        kernel
            .ask("history_request", "{'hist_access_type':'tail','n':1}")
            .content()
            .get("history")
            .toString();
    assertTrue(tail.contains("historic + 41") && !tail.contains("int historic"), tail);
    String found =
        kernel
            .ask(
                "history_request",
                "{'hist_access_type':'search','pattern':'int hist*','n':9,'unique':true}")
            .content()
            .get("history")
            .toString();
    assertTrue(found.contains("int historic") && !found.contains("41"), found);
    String range =
        kernel
            .ask(
                "history_request",
                "{'hist_access_type':'range','session':0,'start':1,'stop':99999,'output':true}")
            .content()
            .get("history")
            .toString();
    assertTrue(range.contains("int historic") && range.contains("41"), range);
  }

  @Test
  void aSilentCellShowsNothingAndCountsNothing() {
    int before = kernel.run("1").reply().content().get("execution_count").getAsInt();
    Answer silent = kernel.run("System.out.println(1); 2", Map.of("silent", true));
    assertEquals(List.of("status"), silent.shown().stream().map(Message::type).toList());
    assertEquals("ok", silent.status());
    int after = kernel.run("1").reply().content().get("execution_count").getAsInt();
    assertEquals(before + 1, after);
  }

  @Test
  void aCellNotStoredCountsNothing() {
    int before = kernel.run("1").reply().content().get("execution_count").getAsInt();
    assertEquals("2", kernel.run("2", Map.of("store_history", false)).value());
    assertEquals(before + 1, kernel.run("1").reply().content().get("execution_count").getAsInt());
  }

  @Test
  void userExpressionsAreEvaluatedOneByOne() {
    Answer answer =
        kernel.run("int base = 20;", Map.of("user_expressions", "{'good':'base*2','bad':'1/0'}"));
    JsonObject results = answer.reply().content().getAsJsonObject("user_expressions");
    JsonObject good = results.getAsJsonObject("good");
    assertEquals("40", good.getAsJsonObject("data").get("text/plain").getAsString());
    assertEquals("ArithmeticException", results.getAsJsonObject("bad").get("ename").getAsString());
    assertEquals("ok", answer.status());
  }

  @Test
  void commRequestsAreAnswered() {
    assertEquals("{}", kernel.ask("comm_info_request", "{}").content().get("comms").toString());
    JsonObject open = new JsonObject();
    open.addProperty("comm_id", "c1");
    open.addProperty("target_name", "nobody");
    String id = kernel.send(kernel.shell, "comm_open", open);
    Message message = kernel.nextShown();
    while (!message.type().equals("comm_close")) {
      message = kernel.nextShown();
    }
    assertTrue(message.answers(id));
    assertEquals("c1", message.text("comm_id"));
  }

  @Test
  void theHeartbeatEchoes() {
    ZMQ.Socket heartbeat = kernel.connect(SocketType.REQ, kernel.heartbeatPort());
    for (String beat : List.of("ping", "pong")) {
      heartbeat.send(beat);
      assertArrayEquals(beat.getBytes(UTF_8), heartbeat.recv());
    }
    heartbeat.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not json",
        "[]",
        "{}",
        "{\"msg_id\":\"1\",\"msg_type\":\"no_such_request\"}",
        "{\"msg_id\":\"1\",\"msg_type\":\"execute_request\"}"
      })
  void aMalformedMessageIsDroppedAndTheKernelLives(String header) {
    List<String> parts = List.of(header, "{}", "{}", "{\"code\": 3, \"silent\": \"maybe\"}");
    Client.sendFrames(kernel.shell, Client.signature(parts), parts);
    Client.sendFrames(kernel.control, Client.signature(parts), parts);
    kernel.shell.send("a lonely frame");
    Client.sendFrames(kernel.shell, Client.signature(parts), parts.subList(0, 2));
    assertEquals("7", kernel.run("3 + 4").value());
  }

  @Test
  void aWronglySignedCellIsNotRun() {
    kernel.run("int intruder = 0;");
    List<String> parts =
        List.of(
            "{\"msg_id\":\"x\",\"msg_type\":\"execute_request\",\"session\":\"s\"}",
            "{}",
            "{}",
            "{\"code\": \"intruder = 1;\"}");
    Client.sendFrames(kernel.shell, "0".repeat(64), parts);
    assertEquals("0", kernel.run("intruder").value());
    assertTrue(kernel.log().contains("signature"), kernel.log());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shutdownAndRestartReplyAndTheProcessEndsWhateverRuns(boolean restart) throws Exception {
    try (Client other = Client.start()) {
      other.execute(
          "Runtime.getRuntime().addShutdownHook(new Thread(() -> { while (true) {} })); while (true) {}",
          Map.of());
      other.shutdown(restart);
    }
  }
}
