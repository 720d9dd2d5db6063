package longrange.course.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ToolTest {
  @Test
  void aProcessThatIsWaitedForHasAnExitCode() throws IOException, InterruptedException {
    assertEquals(7, Tool.ended(new ProcessBuilder("sh", "-c", "exit 7").start()));
  }

  @Test
  void anInterruptedWaitEndsTheProcess() throws IOException {
    Process process = new ProcessBuilder("sleep", "60").start();
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> Tool.ended(process));
    assertFalse(process.isAlive());
  }
}
