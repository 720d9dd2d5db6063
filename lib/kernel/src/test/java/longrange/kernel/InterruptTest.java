package longrange.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import longrange.kernel.Client.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Cell code really ends: no thread of it is left behind that could.
class InterruptTest {
  private static Client kernel;

  /// The names of the live threads that run cell code.
  private static final String CELL_THREADS =
      """
      Thread.getAllStackTraces().entrySet().stream()
          .filter(e -> e.getKey() != Thread.currentThread())
          .filter(e -> Arrays.stream(e.getValue()).anyMatch(f -> f.getClassName().startsWith("REPL.")))
          .map(e -> e.getKey().getName()).toList().toString()
      """;

  @BeforeAll
  static void start() throws Exception {
    kernel = Client.start();
  }

  @AfterAll
  static void stop() throws Exception {
    kernel.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while (true) {}",
        "for (;;) try { while (true) {} } catch (Throwable t) {}",
        "Thread.sleep(100_000)",
        "while (true) try { Thread.sleep(1000); } catch (InterruptedException e) {}",
        "IntStream.range(0, 1000).parallel().forEach(i -> { while (true) {} })",
        "Stream.iterate(0, i -> i + 1).filter(i -> i < 0).findFirst()",
        "long fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }\nfib(90)",
        "class Loop { static void run() { do {} while (true); } }\nLoop.run()",
        "new Object() { public String toString() { while (true) {} } }",
        "var t = new Thread(() -> { while (true) {} }); t.start(); t.join();",
        "var pool = Executors.newFixedThreadPool(2);\n"
            + "pool.invokeAll(List.of(() -> { while (true) {} }, () -> { while (true) {} }))",
        "Object lock = new Object();\nsynchronized (lock) { lock.wait(); }",
        "new Scanner(System.in).nextLine()"
      })
  void itStopsForGood(String code) throws Exception {
    Answer answer = kernel.interrupted(code);
    assertEquals("error", answer.status());
    assertTrue(answer.error().startsWith("KeyboardInterrupt"), answer.error());
    assertFalse(answer.error().contains("abandoned"), answer.error());
    assertEquals("[]", kernel.run(CELL_THREADS).value());
    assertEquals("2", kernel.run("1 + 1").value());
  }

  @Test
  void aBlockingCallIsAbandonedAfterASecondAndNamed() throws Exception {
    try (Client other = Client.start()) {
      Answer answer =
          other.interruptedInside("{ System.out.println(); new ServerSocket(0).accept(); }");
      assertTrue(answer.error().contains("waits in java.net.ServerSocket.accept"), answer.error());
      assertTrue(answer.error().contains("abandoned"), answer.error());
      assertEquals("2", other.run("1 + 1").value());
    }
  }

  @Test
  void aLoopInsideALibraryIsAbandonedAndItsCostNamed() throws Exception {
    try (Client other = Client.start()) {
      Answer answer =
          other.interruptedInside(
              "{ System.out.println(); LongStream.range(0, Long.MAX_VALUE).sum(); }");
      assertTrue(answer.error().contains("LongPipeline.sum and uses"), answer.error());
      assertTrue(answer.error().contains("% of a processor"), answer.error());
      assertEquals("2", other.run("1 + 1").value());
    }
  }

  @Test
  void anAbandonedThreadThatComesBackStillStops() throws Exception {
    kernel.run("var door = new ServerSocket(0); var seen = new CopyOnWriteArrayList<String>();");
    Answer answer =
        kernel.interruptedInside(
            """
            {
                System.out.println();
                door.accept();
                for (int i = 0; i < 2; i++) { }
                seen.add("the code behind the loop");
            }
            """);
    assertTrue(answer.error().contains("abandoned"), answer.error());
    kernel.run("new Socket(\"localhost\", door.getLocalPort()).close(); Thread.sleep(300);");
    assertEquals("[]", kernel.run("seen").value());
  }

  @Test
  void anEarlierCellsThreadsAreLeftAlone() throws Exception {
    kernel.run("import java.util.concurrent.atomic.*;");
    kernel.run("var beats = new AtomicInteger(); var on = new AtomicBoolean(true);");
    kernel.run(
        "new Thread(() -> { while (on.get()) { beats.incrementAndGet(); Thread.onSpinWait(); } }).start();");
    kernel.interrupted("while (true) {}");
    kernel.run("int before = beats.get(); Thread.sleep(100);");
    assertEquals("true", kernel.run("beats.get() > before").value());
    kernel.run("on.set(false);");
  }

  @Test
  void everyOneOfManyQuickInterruptsStopsItsCell() {
    for (int i = 0; i < 15; i++) {
      String id = kernel.execute("System.out.println(1);\nwhile (true) {}", Map.of());
      while (!kernel.nextShown().type().equals("stream")) {}
      kernel.interrupt();
      kernel.interrupt();
      String error = kernel.answer(id).error();
      assertTrue(error.startsWith("KeyboardInterrupt") && !error.contains("abandoned"), error);
    }
  }

  /// The first interrupt comes while the kernel still warms up, the others while the cell is on its
  /// way, read, compiled or begun.
  @Test
  void anInterruptRightBehindACellAlwaysEndsItAndNeverTheNextOne() throws Exception {
    try (Client fresh = Client.start()) {
      for (int i = 0; i < 30; i++) {
        String declared = i % 2 == 0 ? "" : "class Never" + i + " { int x; }\n";
        String id = fresh.execute(declared + "while (true) {}", Map.of());
        Thread.sleep(i);
        fresh.interrupt();
        Answer answer = fresh.answer(id);
        assertEquals("error", answer.status());
        assertTrue(answer.error().startsWith("KeyboardInterrupt"), answer.error());
        assertEquals("" + i, fresh.run("" + i).value());
      }
    }
  }

  @Test
  void interruptingNothingHarmsNothing() {
    for (int i = 0; i < 30; i++) {
      kernel.interrupt();
      assertEquals("2", kernel.run("1 + 1").value());
    }
  }

  @Test
  void interruptEndsTheCellAndAbortsTheQueuedOnes() throws Exception {
    String first = kernel.execute("while (true) {}", Map.of());
    String second = kernel.execute("int never = 1;", Map.of());
    Thread.sleep(300);
    kernel.interrupt();
    assertEquals("error", kernel.answer(first).status());
    assertEquals("aborted", kernel.answer(second).status());
  }

  @Test
  void cellControlStopsOneThreadAndNotTheCellThatAsks() {
    kernel.run(
        """
        import longrange.kernel.CellControl;
        import java.time.Duration;
        import org.dflib.jjava.jupyter.kernel.BaseKernel;
        var control = (CellControl) BaseKernel.notebookKernel();
        """);
    Answer answer =
        kernel.run(
            """
            var one = new Thread(() -> { while (true) {} });
            var child = new Thread[1];
            var two = new Thread(() -> {
                child[0] = new Thread(() -> { while (true) {} });
                child[0].start();
                IntStream.range(0, 64).parallel().forEach(i -> { while (true) {} });
            });
            one.start(); two.start();
            Thread.sleep(100);
            boolean ended = control.stop(two, Duration.ofSeconds(2));
            child[0].join(2000);
            String state = ended + " " + two.isAlive() + " " + child[0].isAlive() + " " + one.isAlive();
            control.stop(one, Duration.ofSeconds(2));
            state + " " + one.isAlive()
            """);
    assertEquals("true false false true false", answer.value(), answer.error());
    assertEquals("[]", kernel.run(CELL_THREADS).value());
  }

  @Test
  void cellControlSaysWhenAThreadWillNotEnd() {
    Answer answer =
        kernel.run(
            """
            import longrange.kernel.CellControl;
            var held = new ServerSocket(0);
            var deaf = new Thread(() -> { try { held.accept(); } catch (IOException e) {} });
            deaf.start();
            Thread.sleep(100);
            var stopped = ((CellControl) org.dflib.jjava.jupyter.kernel.BaseKernel.notebookKernel())
                .stop(deaf, java.time.Duration.ofMillis(200));
            held.close();
            stopped
            """);
    assertEquals("false", answer.value(), answer.error());
  }

  @Test
  void aCellsHelperThreadsEndWithIt() throws Exception {
    Answer answer =
        kernel.interrupted(
            """
            var helper = new Thread(() -> { while (true) {} });
            helper.start();
            ((longrange.kernel.CellControl) org.dflib.jjava.jupyter.kernel.BaseKernel.notebookKernel()).hashCode();
            helper.join();
            """);
    assertTrue(answer.error().startsWith("KeyboardInterrupt"), answer.error());
    assertEquals("[]", kernel.run(CELL_THREADS).value());
    assertEquals(List.of(), answer.all("execute_result"));
  }
}
