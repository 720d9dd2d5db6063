package longrange.grading.sandbox.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import longrange.exercises.toy.Everything;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Whatever a process sends that is no answer is found out, and does nothing else.
class ForgedFramesTest {
  @TempDir Path folder;

  /// Writes what a process sends as its reply, after the head of a reply.
  @FunctionalInterface
  private interface Forgery {
    void write(Writer reply) throws Refused;
  }

  /// Replies with a frame to the question for an answer.
  private Throwable reply(int kind, boolean rightNumber, Forgery forgery) throws Exception {
    try (Pair pair = new Pair(folder)) {
      Line process = Pair.line(pair.far);
      Thread thief =
          Thread.ofPlatform()
              .daemon()
              .start(() -> {
                try {
                  Reader question = process.read();
                  question.tag();
                  long number = question.wide();
                  Writer reply = new Writer(1 << 20).tag(kind);
                  forgery.write(reply.wide(rightNumber ? number : number + 1));
                  process.write(reply);
                } catch (IOException | Refused e) {
                  throw new IllegalStateException(e);
                }
              });
      Throwable thrown =
          assertThrows(
              Throwable.class, () -> pair.tests.load(Everything.class, "Answer", Map.of()));
      thief.join();
      return Objects.requireNonNullElse(pair.heard.lost, thrown);
    }
  }

  private DynamicTest forged(String what, Forgery forgery) {
    return DynamicTest.dynamicTest(
        what, () -> assertInstanceOf(Violation.class, reply(Tag.RETURN, true, forgery)));
  }

  @TestFactory
  Stream<DynamicTest> aForgedValueIsAViolation() {
    return Stream.of(
        forged("nothing", _ -> {}),
        forged("more objects than there are bytes", out -> out.number(Integer.MAX_VALUE)),
        forged("a negative number of objects", out -> out.number(-1)),
        forged("no value", out -> out.number(0).number(0)),
        forged("two values", out -> out.number(0).number(2).tag(Tag.NULL).tag(Tag.NULL)),
        forged("null for an answer", out -> out.number(0).number(1).tag(Tag.NULL)),
        forged("a number for an answer", out -> out.number(0).number(1).tag(Tag.INT).number(1)),
        forged("an unknown kind of value", out -> out.number(0).number(1).tag(77)),
        forged("bytes after the end", out -> out.number(0).number(1).tag(Tag.NULL).tag(0)),
        forged(
            "an array nobody defined", out -> out.number(0).number(1).tag(Tag.SHARED).number(-5)),
        forged(
            "a function nobody handed out", out -> out.number(0).number(1).tag(Tag.HOME).number(0)),
        forged(
            "a text longer than the frame",
            out -> out.number(0).number(1).tag(Tag.STRING).number(1 << 30)),
        forged(
            "a stand-in of a class",
            out -> out.number(0).number(1).tag(Tag.FUNCTION).number(0).text("java.lang.String")),
        forged(
            "a stand-in of an interface of the JDK that is no function",
            out -> out.number(0).number(1).tag(Tag.FUNCTION).number(0).text("java.util.List")),
        forged(
            "a class of the grader",
            out ->
                out.number(0)
                    .number(1)
                    .tag(Tag.RECORD)
                    .text("longrange.grading.Contract")
                    .number(0)),
        forged(
            "a class of the JDK",
            out ->
                out.number(0).number(1).tag(Tag.RECORD).text("java.lang.ProcessBuilder").number(0)),
        forged(
            "a record without its components",
            out ->
                out.number(0)
                    .number(1)
                    .tag(Tag.RECORD)
                    .text("longrange.exercises.toy.Everything$State")
                    .number(0)),
        forged(
            "a constant that its enum has not",
            out ->
                out.number(0)
                    .number(1)
                    .tag(Tag.ENUM)
                    .text("longrange.exercises.toy.Everything$Mood")
                    .text("ANGRY")),
        forged("an array of 2^31 entries", out -> object(out, -1, Tag.ARRAY, "double", 1 << 30)),
        forged("an array with a number of the tests", out -> object(out, 1, Tag.LIST, "", 0)),
        forged("an object of no kind", out -> object(out, -1, 9, "", 0)),
        forged("values nested without end", ForgedFramesTest::nested));
  }

  private static void object(Writer out, int number, int kind, String component, int length)
      throws Refused {
    out.number(1).number(number).tag(kind).tag(0);
    if (kind == Tag.ARRAY) {
      out.text(component);
    }
    out.number(length).block(new byte[] {0, 0, 0, 0});
    out.number(1).tag(Tag.NULL);
  }

  private static void nested(Writer out) throws Refused {
    out.number(0).number(1);
    for (int i = 0; i < 1000; i++) {
      out.tag(Tag.RECORD).text("longrange.exercises.toy.Everything$State").number(3);
    }
  }

  @Test
  void aReplyToAnotherQuestionIsAViolation() throws Exception {
    assertInstanceOf(
        Violation.class, reply(Tag.RETURN, false, out -> out.number(0).number(1).tag(Tag.NULL)));
  }

  @Test
  void aFrameOfAnUnknownKindIsAViolation() throws Exception {
    assertInstanceOf(Violation.class, reply(99, true, _ -> {}));
  }

  @Test
  void aCallOfWhatWasNeverHandedOutIsAViolation() throws Exception {
    assertInstanceOf(
        Violation.class,
        reply(Tag.CALL, true, out -> out.number(0).text("run").text("()V").number(0)));
  }

  @Test
  void classesForTheTestsAreAViolation() throws Exception {
    assertInstanceOf(Violation.class, reply(Tag.LOAD, true, out -> out.text("x").text("y")));
  }

  @Test
  void anExceptionWithoutAClassIsAViolation() throws Exception {
    assertInstanceOf(
        Violation.class, reply(Tag.THROW, true, out -> out.number(0).number(0).number(0)));
  }

  @Test
  void anExceptionCannotBeAnyClass() throws Exception {
    Throwable thrown =
        reply(
            Tag.THROW,
            true,
            out -> {
              out.number(0).number(0).number(1).text("longrange.grading.AnswerEnded").text("hello");
              out.number(0).tag(0);
            });
    assertInstanceOf(RuntimeException.class, thrown);
  }

  /// What an exception says of itself has limits, so that no process fills the grader's memory or
  /// its pages.
  @TestFactory
  Stream<DynamicTest> anExceptionThatGoesOnAndOnIsAViolation() {
    String name = "java.lang.Error";
    return Stream.of(
        thrown("a class name that is too long", out -> exception(out, "x".repeat(1_000), "", 0)),
        thrown("a message that is too long", out -> exception(out, name, "x".repeat(12_010), 0)),
        thrown("too many frames", out -> exception(out, name, "", Bounds.STACK + 1)),
        thrown(
            "too many ancestors",
            out -> {
              out.number(0).number(0).number(Bounds.NAMES + 1);
              for (int i = 0; i <= Bounds.NAMES; i++) {
                out.text(name);
              }
              out.text("").number(0).tag(0);
            }));
  }

  private DynamicTest thrown(String what, Forgery forgery) {
    return DynamicTest.dynamicTest(
        what, () -> assertInstanceOf(Violation.class, reply(Tag.THROW, true, forgery)));
  }

  private static void exception(Writer out, String name, String message, int frames)
      throws Refused {
    out.number(0).number(0).number(1).text(name).text(message).number(frames);
    for (int i = 0; i < frames; i++) {
      out.text("c").text("m").number(1);
    }
    out.tag(0);
  }

  @Test
  void anExceptionAtItsLimitsIsOne() throws Exception {
    Throwable thrown =
        reply(
            Tag.THROW,
            true,
            out -> {
              out.number(0).number(0).number(1).words("java.lang.Error" + "x".repeat(999), 15);
              out.words("€".repeat(5_000)).number(0).tag(0);
            });
    assertInstanceOf(RuntimeException.class, thrown);
    assertEquals(Bounds.TEXT + 1, String.valueOf(thrown.getMessage()).length());
  }

  @Test
  void aRefusalThatIsAStoryIsAViolation() throws Exception {
    assertInstanceOf(
        Violation.class, reply(Tag.REFUSED, true, out -> out.tag(0).text("x".repeat(100_000))));
  }

  /// Each frame may be as large as it is, but what is kept of them has a limit.
  @Test
  void aProcessThatSendsNewArraysForEverIsEnded() throws Exception {
    try (Pair pair = new Pair(folder)) {
      Line process = Pair.line(pair.far);
      Thread.ofPlatform().daemon().start(() -> flood(process));
      Everything answer = (Everything) load(pair);
      assertThrows(AssertionError.class, () -> answer.applied(x -> x, 1));
      assertInstanceOf(Violation.class, pair.heard.lost);
    }
  }

  private static Object load(Pair pair) throws Exception {
    try {
      return pair.tests.load(Everything.class, "Answer", Map.of());
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /// Hands out an answer, then calls the function it is given with arrays that nobody needs.
  private static void flood(Line process) {
    try {
      Reader question = process.read();
      question.tag();
      Writer made = new Writer(1 << 20).tag(Tag.RETURN).wide(question.wide());
      made.number(0).number(1).tag(Tag.FUNCTION).number(0).text(Everything.class.getName());
      process.write(made);
      process.read();
      for (int i = 1; i < 1_000; i++) {
        Writer call = new Writer(1 << 20).tag(Tag.CALL).wide(i).number(0);
        call.text("applyAsDouble").text("(D)D").number(0);
        call.number(1).number(-i).tag(Tag.ARRAY).tag(0).text("byte");
        call.number(500_000).block(new byte[500_000]);
        process.write(call.number(1).tag(Tag.DOUBLE).wide(0));
        process.read();
      }
    } catch (IOException | Refused e) {
      // The tests have hung up.
    }
  }

  @Test
  void aFrameOfTwoGigabytesIsNotWaitedFor() throws Exception {
    try (Pair pair = new Pair(folder)) {
      new DataOutputStream(Channels.newOutputStream(pair.far)).writeInt(Integer.MAX_VALUE);
      assertThrows(
          AssertionError.class, () -> pair.tests.load(Everything.class, "Answer", Map.of()));
      assertInstanceOf(Line.TooLong.class, pair.heard.lost);
    }
  }

  @Test
  void whatIsSentAfterTheLastReplyIsFoundAtTheEnd() throws Exception {
    try (Pair pair = new Pair(folder)) {
      Line process = Pair.line(pair.far);
      process.write(new Writer(100).tag(Tag.RETURN).wide(0));
      assertThrows(Violation.class, pair.tests::finish);
    } catch (Refused e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theEndOfTheProcessIsNoAnswer() throws Exception {
    try (Pair pair = new Pair(folder)) {
      pair.far.close();
      assertThrows(
          AssertionError.class, () -> pair.tests.load(Everything.class, "Answer", Map.of()));
      assertTrue(pair.heard.lost != null);
    }
  }
}
