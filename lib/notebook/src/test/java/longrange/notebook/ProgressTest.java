package longrange.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final List<View> shown = new ArrayList<>();
  private final AtomicLong now = new AtomicLong();

  @BeforeEach
  void listen() {
    Screen.CURRENT.set(new Recorder(shown));
  }

  @AfterEach
  void stopListening() {
    Screen.CURRENT.set(new Screen.Terminal());
  }

  @Test
  void saysHowMuchTimeIsLeft() {
    Progress progress = new Progress("sweep", 4, now::get);
    now.addAndGet(3_000_000_000L);
    progress.step("loss 0.1");
    assertEquals("sweep: 1 of 4, about 9 s left, loss 0.1", shown.getLast().text());
  }

  @Test
  void aThousandQuickStepsAreNotAThousandUpdates() {
    Progress progress = new Progress("sweep", 1000, now::get);
    for (int i = 0; i < 1000; i++) {
      now.addAndGet(1_000_000);
      progress.step();
    }
    assertTrue(shown.size() <= 8, shown.size() + " updates in a second");
    assertEquals("sweep: 1000 of 1000, done in 1 s", shown.getLast().text());
  }

  @Test
  void theLastPictureOfALiveFigureIsAlwaysDrawn() {
    try (Live live = new Live(Figure.of("first"))) {
      for (int i = 0; i < 50; i++) {
        String title = "picture " + i;
        live.update(() -> Figure.of(title));
      }
    }
    assertTrue(shown.getLast().text().startsWith("picture 49."), shown.getLast().text());
    assertTrue(shown.size() < 10, shown.size() + " pictures");
  }
}
