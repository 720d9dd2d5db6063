package longrange.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Map;
import java.util.Objects;
import longrange.kernel.Client.Answer;
import longrange.kernel.Client.Message;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Comms, opened from the page and from a cell.
class CommTest {
  private static Client kernel;

  @BeforeAll
  static void start() throws Exception {
    kernel = Client.start();
    kernel.run("import longrange.kernel.Comm;");
  }

  @AfterAll
  static void stop() {
    kernel.close();
  }

  private static String send(String type, String content) {
    JsonObject json = JsonParser.parseString(content).getAsJsonObject();
    return kernel.send(kernel.shell, type, json);
  }

  /// The first message of a type that a request brought, after which the kernel is idle.
  private static Message brought(String id, String type) {
    @Nullable Message found = null;
    Message message = kernel.nextShown();
    while (!(message.answers(id) && Client.isIdle(message))) {
      if (message.answers(id) && message.type().equals(type)) {
        found = message;
      }
      message = kernel.nextShown();
    }
    return Objects.requireNonNull(found, "no " + type);
  }

  private static String info(String target) {
    return kernel
        .ask("comm_info_request", "{'target_name':'" + target + "'}")
        .content()
        .get("comms")
        .toString();
  }

  @Test
  void thePageOpensOneAndIsAnswered() {
    kernel.run(
        """
        Comm.target("doubler", comm -> {
          comm.send(Map.of("greeting", comm.data().get("name")));
          comm.onMessage(data -> comm.send(Map.of("twice", 2 * (Double) data.get("x"))));
          comm.onClose(data -> System.out.println("closed with " + data));
        });
        """);
    String opened =
        send("comm_open", "{'comm_id':'a','target_name':'doubler','data':{'name':'é😀'}}");
    Message greeting = brought(opened, "comm_msg");
    assertEquals("a", greeting.text("comm_id"));
    assertEquals("{\"greeting\":\"é😀\"}", greeting.content().get("data").toString());
    assertEquals("{\"a\":{\"target_name\":\"doubler\"}}", info("doubler"));
    assertEquals("{}", info("another"));

    Message twice = brought(send("comm_msg", "{'comm_id':'a','data':{'x':21}}"), "comm_msg");
    assertEquals("{\"twice\":42.0}", twice.content().get("data").toString());

    Message last = brought(send("comm_close", "{'comm_id':'a','data':{'why':'done'}}"), "stream");
    assertEquals("closed with {why=done}\n", last.text("text"));
    assertEquals("{}", info("doubler"));
  }

  @Test
  void aCellOpensOneAndClosesIt() {
    Answer opened = kernel.run("Comm own = Comm.open(\"page\", Map.of(\"n\", 1));");
    JsonObject content = opened.all("comm_open").getFirst().content();
    assertEquals("page", content.get("target_name").getAsString());
    assertEquals("{\"n\":1}", content.get("data").toString());
    assertEquals(1, kernel.run("own.send(Map.of(\"n\", 2));").all("comm_msg").size());
    Answer closed = kernel.run("own.close(); own.close();");
    assertEquals(1, closed.all("comm_close").size());
    String error = kernel.run("own.send(Map.of());").error();
    assertTrue(error.contains("this comm is closed"), error);
  }

  @Test
  void whatNobodyHasRegisteredIsClosedAgain() {
    String id = send("comm_open", "{'comm_id':'b','target_name':'nobody','data':{}}");
    assertEquals("b", brought(id, "comm_close").text("comm_id"));
    send("comm_msg", "{'comm_id':'never opened','data':{}}");
    assertEquals("2", kernel.run("1 + 1").value());
  }

  @Test
  void aHandlersErrorAndEndlessLoopHarmNoCell() throws Exception {
    kernel.run("Comm.target(\"bad\", comm -> comm.onMessage(data -> { int[] n = {}; n[0]++; }));");
    brought(send("comm_open", "{'comm_id':'c','target_name':'bad','data':{}}"), "status");
    Message told = brought(send("comm_msg", "{'comm_id':'c','data':{}}"), "stream");
    assertTrue(told.text("text").contains("ArrayIndexOutOfBounds"), told.text("text"));

    kernel.run("Comm.target(\"loop\", comm -> { System.out.println(1); while (true) {} });");
    String looping = send("comm_open", "{'comm_id':'d','target_name':'loop','data':{}}");
    Message message = kernel.nextShown();
    while (!(message.answers(looping) && message.type().equals("stream"))) {
      message = kernel.nextShown();
    }
    kernel.interrupt();
    assertEquals("2", kernel.run("1 + 1", Map.of()).value());
  }
}
