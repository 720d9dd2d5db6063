package longrange.grading;

import static longrange.grading.Outcome.ERROR;
import static longrange.grading.Outcome.FAILED;
import static longrange.grading.Outcome.NOT_RUN;
import static longrange.grading.Outcome.PASSED;
import static longrange.grading.Outcome.TIMEOUT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import longrange.exercises.Todo;
import longrange.exercises.toy.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CheckerTest {
  private static final Contract SCALE = Contract.of(Scale.class);

  private static double[] right(double a, double[] x) {
    if (x == null) {
      throw new IllegalArgumentException("x is null");
    }
    double[] y = x.clone();
    for (int i = 0; i < y.length; i++) {
      y[i] *= a;
    }
    return y;
  }

  private static Verdict check(Scale answer) {
    return check(Checker.standard(), answer);
  }

  private static Verdict check(Checker checker, Scale answer) {
    return checker.check(SCALE, answer.getClass(), () -> answer);
  }

  private static List<Outcome> outcomes(Verdict verdict) {
    return verdict.tests().stream().map(TestResult::outcome).toList();
  }

  private static List<Outcome> all(Outcome outcome) {
    return List.of(outcome, outcome, outcome, outcome);
  }

  @Test
  void aRightAnswerHasAllVisiblePoints() {
    Verdict verdict = check(CheckerTest::right);
    assertEquals(all(PASSED), outcomes(verdict));
    assertEquals(Status.OK, verdict.status());
    assertEquals("7 of 7 visible points; 3 more are graded on submission.", verdict.totals());
  }

  @Test
  void testsRunAsTheyAreWritten() {
    assertEquals(
        List.of("values", "argument", "nothing", "empty"),
        check(CheckerTest::right).tests().stream().map(TestResult::method).toList());
  }

  @Test
  void aWrongAnswerKeepsThePointsOfWhatIsRight() {
    Verdict verdict = check((a, x) -> x.length == 0 ? x : right(a + 1, x));
    assertEquals(List.of(FAILED, FAILED, FAILED, PASSED), outcomes(verdict));
    assertEquals(3, verdict.earned());
    assertEquals(Status.WRONG, verdict.status());
    String message = verdict.tests().getFirst().message();
    assertTrue(message.startsWith("2 · (1, 2, 3): array contents differ"), message);
  }

  @Test
  void aSkeletonIsNotAttemptedAndHasNoPoint() {
    Verdict verdict =
        check((a, x) -> {
          throw new Todo("Scale x.");
        });
    assertEquals(all(Outcome.TODO), outcomes(verdict));
    assertEquals(Status.TODO, verdict.status());
    assertEquals("Not attempted.", verdict.message());
    assertEquals(0, verdict.earned());
  }

  @Test
  void anExceptionIsShownWithTheStudentsLine() {
    Verdict verdict = check(new Overrun());
    TestResult first = verdict.tests().getFirst();
    assertEquals(ERROR, first.outcome());
    assertTrue(
        first
            .message()
            .matches(
                "ArrayIndexOutOfBoundsException: Index 3 out of bounds for length 3\n"
                    + "in Overrun.beyond, line \\d+"),
        first.message());
  }

  private static final class Overrun implements Scale {
    @Override
    public double[] scale(double a, double[] x) {
      return new double[] {beyond(x)};
    }

    private static double beyond(double[] x) {
      return x[x.length];
    }
  }

  @Test
  void stackAndMemoryErrorsAreSurvived() {
    Verdict deep = check(CheckerTest::forever);
    // The third test asks for a certain exception: another one is an answer, and a wrong one.
    assertEquals(List.of(ERROR, ERROR, FAILED, ERROR), outcomes(deep));
    assertTrue(deep.tests().getFirst().message().startsWith("StackOverflowError: the calls never"));
    Verdict large = check((a, x) -> new double[Integer.MAX_VALUE]);
    assertEquals(all(ERROR), outcomes(large));
    assertTrue(large.tests().getFirst().message().startsWith("OutOfMemoryError: "));
  }

  private static double[] forever(double a, double[] x) {
    double[] y = a == 0 ? x : forever(a, x);
    y[0]++;
    return y;
  }

  @Test
  void anAssertionErrorOfTheStudentIsAnError() {
    Verdict verdict =
        check((a, x) -> {
          throw new AssertionError("mine");
        });
    assertEquals(ERROR, outcomes(verdict).getFirst());
  }

  @Test
  void aConstructorThatFailsFailsEveryTestWithItsReason() {
    Callable<Scale> maker =
        () -> {
          throw new IllegalStateException("no weights");
        };
    Verdict verdict = Checker.standard().check(SCALE, Overrun.class, maker);
    assertEquals(all(ERROR), outcomes(verdict));
    verdict
        .tests()
        .forEach(test ->
            assertTrue(
                test.message().startsWith("IllegalStateException: no weights"), test.message()));
  }

  @Test
  @Timeout(5)
  void aSleepIsStoppedAtTheLimitAndTheRestIsNotRun() {
    Checker quick = Checker.standard().withLimit(Duration.ofMillis(800));
    Verdict verdict =
        check(
            quick,
            (a, x) -> {
              if (a == 3) {
                sleep();
              }
              return right(a, x);
            });
    assertEquals(List.of(PASSED, TIMEOUT, NOT_RUN, NOT_RUN), outcomes(verdict));
    assertEquals(Status.TIMEOUT, verdict.status());
    assertEquals("No result after 0.8 s. The code was stopped.", verdict.message());
    assertEquals(2, verdict.earned());
  }

  private static void sleep() {
    try {
      Thread.sleep(60_000);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Loops without asking anything, until it is let go.
  private static final class Loop implements Scale {
    volatile boolean released;
    private double work;

    @Override
    public double[] scale(double a, double[] x) {
      while (!released) {
        work += a;
      }
      return new double[] {work};
    }
  }

  @Test
  @Timeout(5)
  void aLoopThatCannotBeStoppedIsGivenUpAndSaidSo() {
    Loop loop = new Loop();
    Verdict verdict = check(Checker.standard().withLimit(Duration.ofMillis(200)), loop);
    loop.released = true;
    assertEquals(List.of(TIMEOUT, NOT_RUN, NOT_RUN, NOT_RUN), outcomes(verdict));
    assertEquals(
        """
        0.1  Scale a vector
          time    0/2  scales each entry
                       No result after 0.2 s. The code could not be stopped: it runs on until its process ends.
          not run 0/1  leaves the given array alone
          not run 0/1  refuses null
          not run 0/3  takes an empty vector
        0 of 7 visible points; 3 more are graded on submission.\
        """,
        verdict.toString());
  }

  @Test
  @Timeout(5)
  void aStopperThatCanEndsTheLoopAndNoFurtherTestBegins() {
    Loop loop = new Loop();
    List<Thread> stopped = new ArrayList<>();
    Stopper stopper =
        thread -> {
          stopped.add(thread);
          loop.released = true;
          try {
            return thread.join(Stopper.GRACE);
          } catch (InterruptedException e) {
            return false;
          }
        };
    Verdict verdict =
        check(Checker.standard().withLimit(Duration.ofMillis(200)).withStopper(stopper), loop);
    assertEquals(List.of(TIMEOUT, NOT_RUN, NOT_RUN, NOT_RUN), outcomes(verdict));
    assertEquals("No result after 0.2 s. The code was stopped.", verdict.message());
    assertFalse(stopped.getFirst().isAlive());
  }

  @Test
  @Timeout(5)
  void anInterruptOfTheCallerEndsTheCheck() throws Exception {
    FutureTask<Verdict> task =
        new FutureTask<>(() ->
            check((a, x) -> {
              sleep();
              return x;
            }));
    Thread caller = new Thread(task);
    caller.start();
    Thread.sleep(300);
    caller.interrupt();
    assertEquals(Status.TIMEOUT, task.get().status());
    assertEquals("Interrupted. The code was stopped.", task.get().message());
  }

  @Test
  void codeThatAKernelStoppedIsNoResult() throws Exception {
    Error stop =
        Class.forName("java.lang.ThreadDeath")
            .asSubclass(Error.class)
            .getDeclaredConstructor()
            .newInstance();
    Verdict verdict =
        check((a, x) -> {
          throw stop;
        });
    assertEquals(List.of(TIMEOUT, NOT_RUN, NOT_RUN, NOT_RUN), outcomes(verdict));
    assertEquals("Interrupted. The code was stopped.", verdict.message());
  }

  @Test
  void progressIsToldInOrderOnTheCallersThread() {
    List<String> heard = new ArrayList<>();
    Thread caller = Thread.currentThread();
    Progress progress =
        new Progress() {
          @Override
          public void started(String title, int number, int count) {
            assertEquals(caller, Thread.currentThread());
            heard.add(number + "/" + count + " " + title);
          }

          @Override
          public void finished(TestResult result) {
            heard.add(result.method() + " " + result.outcome());
          }
        };
    check(Checker.standard().withProgress(progress), CheckerTest::right);
    assertEquals(
        List.of("1/4 scales each entry", "values PASSED", "2/4 leaves the given array alone"),
        heard.subList(0, 3));
    assertEquals(8, heard.size());
  }

  @Test
  void aCheckWritesNothing() {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
    System.setErr(System.out);
    try {
      check((a, x) -> x);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertEquals("", written.toString(StandardCharsets.UTF_8));
  }

  @Test
  void aVerdictReadsWellInATerminal() {
    assertEquals(
        """
        0.1  Scale a vector
          ok      2/2  scales each entry
          ok      1/1  leaves the given array alone
          wrong   0/1  refuses null
                       Expected java.lang.IllegalArgumentException to be thrown, but nothing was thrown.
          ok      3/3  takes an empty vector
        6 of 7 visible points; 3 more are graded on submission.\
        """,
        check((a, x) -> x == null ? new double[0] : right(a, x)).toString());
  }

  @Test
  void whatIsNoAnswerIsSaidInASentence() {
    Checker checker = Checker.standard();
    assertThrows(IllegalArgumentException.class, () -> checker.check("text"));
    assertThrows(IllegalArgumentException.class, () -> checker.check(null));
    Scale lambda = CheckerTest::right;
    Verdict verdict = checker.check(lambda).getFirst();
    assertEquals(Status.REJECTED, verdict.status());
    assertEquals(all(NOT_RUN), outcomes(verdict));
    assertTrue(verdict.message().contains("a class with a name"), verdict.message());
  }

  @Test
  void aMessageHasAnEnd() {
    TestResult result = TestResult.planned("Grader", "test", "claims something", 1);
    String message = result.with(Outcome.FAILED, "x".repeat(1_000_000)).message();
    assertEquals("x".repeat(4_000) + "…", message);
  }
}
