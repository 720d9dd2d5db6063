package longrange.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import longrange.kernel.Client.Answer;
import longrange.kernel.Client.Message;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What cells print and read: all of it, in its order, at the cell that it belongs to.
class OutputTest {
  private static Client kernel;

  @BeforeAll
  static void start() throws Exception {
    kernel = Client.start();
  }

  @AfterAll
  static void stop() {
    kernel.close();
  }

  @Test
  void aHundredThousandLinesArriveInOrderInFewMessages() {
    Answer answer = kernel.run("for (int i = 0; i < 100_000; i++) System.out.println(i);");
    String all = IntStream.range(0, 100_000).mapToObj(i -> i + "\n").collect(Collectors.joining());
    assertEquals(all, answer.printed("stdout"));
    assertTrue(answer.all("stream").size() < 200, answer.all("stream").size() + " messages");
  }

  @Test
  void outputBeyondTenMegabytesIsCutAndCounted() {
    Answer answer =
        kernel.run(
            """
            String line = "ä".repeat(500) + "\\n";
            for (int i = 0; i < 15_000; i++) System.out.print(line);
            """);
    assertEquals("ok", answer.status());
    int shown = answer.printed("stdout").getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    assertEquals(10_000_000, shown, 4);
    assertFalse(answer.printed("stdout").contains("\uFFFD"));
    assertTrue(answer.printed("stderr").contains("printed 15.0 MB"), answer.printed("stderr"));
    assertTrue(answer.printed("stderr").contains("other 5.0 MB are cut"), answer.printed("stderr"));
  }

  @Test
  void bothStreamsKeepTheirCommonOrder() {
    Answer answer =
        kernel.run("for (int i = 0; i < 3; i++) { System.out.print(i); System.err.print(-i); }");
    String all =
        answer.all("stream").stream()
            .map(message -> message.text("name") + message.text("text"))
            .collect(Collectors.joining(" "));
    assertEquals("stdout0 stderr0 stdout1 stderr-1 stdout2 stderr-2", all);
  }

  @Test
  void aProgressLineIsShownWhileTheCellRuns() {
    Answer answer =
        kernel.run(
            "for (int i = 1; i <= 3; i++) { System.out.print(\"\\r\" + i); Thread.sleep(150); }");
    assertEquals("\r1\r2\r3", answer.printed("stdout"));
    assertEquals(3, answer.all("stream").size());
  }

  @Test
  void charactersWrittenByteByByteStayWhole() {
    Answer answer =
        kernel.run(
            """
            for (byte b : "aä€𝄞\\n".repeat(100).getBytes("UTF-8")) System.out.write(b);
            """);
    assertEquals("aä€𝄞\n".repeat(100), answer.printed("stdout"));
  }

  @Test
  void aBackgroundThreadsOutputGoesToTheCellThatStartedIt() {
    String first =
        kernel.execute(
            "new Thread(() -> { try { Thread.sleep(300); } catch (Exception e) {} System.out.println(\"late\"); }).start();",
            Map.of());
    String second = kernel.execute("Thread.sleep(700); System.out.println(\"own\");", Map.of());
    Message message = kernel.nextShown();
    String late = "";
    while (!(message.answers(second) && Client.isIdle(message))) {
      if (message.type().equals("stream") && message.answers(first)) {
        late += message.text("text");
      }
      assertFalse(message.answers(second) && message.content().toString().contains("late\\n\""));
      message = kernel.nextShown();
    }
    assertEquals("late\n", late);
    kernel.next(kernel.shell);
    kernel.next(kernel.shell);
  }

  @Test
  void redirectedOutputIsBackInTheNextCell() {
    kernel.run(
        "System.setOut(new PrintStream(OutputStream.nullOutputStream())); System.out.println(1);");
    assertEquals("2\n", kernel.run("System.out.println(2);").printed("stdout"));
  }

  @Test
  void whatACellAsksIsTypedByTheUser() {
    String id =
        kernel.execute(
            """
            var in = new Scanner(System.in);
            System.out.print("name? ");
            in.nextLine() + " is " + in.nextInt()
            """,
            Map.of("allow_stdin", true));
    Message question = kernel.type("Ada");
    assertTrue(question.answers(id));
    assertEquals("input_request", question.type());
    assertFalse(question.content().get("password").getAsBoolean());
    kernel.type("36");
    Answer answer = kernel.answer(id);
    assertEquals("Ada is 36", answer.value());
    assertEquals("name? ", answer.printed("stdout"));
  }

  @Test
  void withoutAUserInputIsAtItsEndAndThatIsSaid() {
    Answer answer = kernel.run("System.in.read()");
    assertEquals("-1", answer.value());
    assertTrue(answer.printed("stderr").contains("allows no input"), answer.printed("stderr"));
    assertTrue(kernel.run("new Scanner(System.in).nextLine()").error().contains("No line found"));
  }

  @Test
  void aDisplayIsShownOnceAndUpdatedInPlace() {
    Answer answer =
        kernel.run(
            "System.out.print(1);\nString id = display(\"one\");\nupdateDisplay(id, \"two\");");
    List<String> types = answer.shown().stream().map(Message::type).toList();
    assertEquals(
        List.of("status", "execute_input", "stream", "display_data", "update_display_data"), types);
    assertEquals(id(answer.shown().get(3)), id(answer.shown().get(4)));
    assertEquals("two", data(answer.shown().get(4)));
  }

  private static String id(Message display) {
    return display.content().getAsJsonObject("transient").get("display_id").getAsString();
  }

  private static String data(Message display) {
    JsonObject data = display.content().getAsJsonObject("data");
    return data.get("text/plain").getAsString();
  }

  @Test
  void displayAsTheLastLinePrintsNothingMore() {
    Answer answer = kernel.run("display(42)");
    assertEquals(1, answer.all("display_data").size());
    assertEquals(0, answer.all("execute_result").size());
  }

  @Test
  void clearOutputAsksTheClientToClear() {
    Answer answer = kernel.run("clearOutput(true); System.out.print(\"new\");");
    assertTrue(answer.all("clear_output").getFirst().content().get("wait").getAsBoolean());
    assertEquals("new", answer.printed("stdout"));
  }
}
