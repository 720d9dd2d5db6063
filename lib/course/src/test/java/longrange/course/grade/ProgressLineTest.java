package longrange.course.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import longrange.course.build.Terminal;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final AtomicLong clock = new AtomicLong();
  private final ProgressLine progress =
      new ProgressLine(
          new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), false), clock::get);

  private List<String> lines() {
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void aLogHasALineForEachTenth() {
    for (int done = 1; done <= 100; done++) {
      clock.addAndGet(Duration.ofSeconds(2).toNanos());
      progress.graded(done, done, 100);
    }
    assertEquals(9, lines().size());
    assertEquals("Graded 10 of 100 answers, 3 min left", lines().getFirst());
    assertEquals("Graded 90 of 100 answers, 20 s left", lines().getLast());
  }

  @Test
  void timeLeftIsReckonedFromWhatThisRunHasDone() {
    progress.graded(50, 0, 100);
    clock.addAndGet(Duration.ofSeconds(10).toNanos());
    progress.graded(60, 10, 100);
    assertEquals(
        List.of("Graded 50 of 100 answers", "Graded 60 of 100 answers, 40 s left"), lines());
    assertEquals("60 of 100 answers", progress.toString());
  }

  @Test
  void timesAreRoundedToWhatAPersonNeeds() {
    assertEquals("1 s", ProgressLine.words(Duration.ZERO));
    assertEquals("89 s", ProgressLine.words(Duration.ofSeconds(89)));
    assertEquals("2 min", ProgressLine.words(Duration.ofSeconds(100)));
    assertEquals("1.5 h", ProgressLine.words(Duration.ofMinutes(90)));
  }
}
