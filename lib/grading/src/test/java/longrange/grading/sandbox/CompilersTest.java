package longrange.grading.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import longrange.grading.extraction.SourceCompiler;
import longrange.grading.extraction.SourceCompiler.Stopped;
import longrange.grading.extraction.SourceCompiler.Unavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CompilersTest {
  private static final Duration PLENTY = Duration.ofSeconds(50);
  private static final String RIGHT = "final class A { int x; }";

  /// Counts who asks to be alone.
  private static final class Room extends ReentrantReadWriteLock {
    private static final long serialVersionUID = 1L;

    final transient AtomicInteger alone = new AtomicInteger();

    @Override
    public WriteLock writeLock() {
      alone.incrementAndGet();
      return super.writeLock();
    }
  }

  private final Room room = new Room();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

  private Compilers compilers(Duration cpu, Duration wall) {
    return new Compilers(cpu, wall, clock, room);
  }

  private static Set<String> classes(SourceCompiler compiler, String text) {
    return compiler.compile("A", text, "").classes().keySet();
  }

  @AfterEach
  void stop() {
    clock.shutdownNow();
  }

  /// Generic calls in generic calls: hours of inference.
  private static String endless() {
    int depth = 30;
    return "import java.util.*; final class A { static <T> T id(T a, T b) { return a; } Object x = "
        + "id(new ArrayList<>(), id(Map.of(1, id(List.of(".repeat(depth)
        + "1"
        + "), Set.of(1))), new HashMap<>()))".repeat(depth)
        + "; }";
  }

  @Test
  void aTextThatKeepsTheCompilerComputingIsStopped() {
    try (Compilers compilers = compilers(Duration.ofSeconds(2), PLENTY)) {
      Stopped stopped =
          assertThrows(Stopped.class, () -> classes(compilers.forOneAnswer(), endless()));
      assertTrue(stopped.getMessage().contains("within 2 s of computing"), stopped.getMessage());
      assertEquals(0, room.alone.get(), "computing too long is not a matter of the clock");
    }
  }

  /// As on a machine so busy that the compiler gets no computing time at all.
  @Test
  void aCompilerThatIsKeptFromComputingTriesAgainAlone() throws Exception {
    try (Compilers compilers = compilers(PLENTY, Duration.ofSeconds(3))) {
      List<Long> before = children();
      Thread busy = Thread.ofPlatform().start(() -> holdUpTheFirst(before));
      assertEquals(Set.of("A"), classes(compilers.forOneAnswer(), RIGHT));
      busy.join();
      assertEquals(1, room.alone.get());
    }
  }

  private static List<Long> children() {
    return ProcessHandle.current().children().map(ProcessHandle::pid).toList();
  }

  private static void holdUpTheFirst(List<Long> before) {
    try {
      List<Long> now = List.of();
      while (now.isEmpty()) {
        now = children().stream().filter(each -> !before.contains(each)).toList();
        Thread.sleep(1);
      }
      new ProcessBuilder("kill", "-STOP", String.valueOf(now.getFirst())).start().waitFor();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aMachineThatIsTooBusyIsNeverTheTextsFault() {
    try (Compilers compilers = compilers(PLENTY, Duration.ofMillis(1))) {
      Unavailable busy =
          assertThrows(Unavailable.class, () -> classes(compilers.forOneAnswer(), RIGHT));
      assertTrue(String.valueOf(busy.getMessage()).contains("too busy"), busy::toString);
      assertEquals(1, room.alone.get());
    }
  }

  @Test
  void theRepairsOfOneAnswerShareItsTimeAndTheNextAnswerHasItsOwn() {
    try (Compilers compilers = compilers(Duration.ofSeconds(2), PLENTY)) {
      SourceCompiler first = compilers.forOneAnswer();
      assertThrows(
          Stopped.class,
          () -> {
            for (int i = 0; i < 5_000; i++) {
              assertEquals(Set.of("A"), classes(first, RIGHT));
            }
          });
      assertEquals(Set.of("A"), classes(compilers.forOneAnswer(), RIGHT));
    }
  }
}
