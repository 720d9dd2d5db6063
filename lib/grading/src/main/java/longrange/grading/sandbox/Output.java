package longrange.grading.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a process writes to its standard output and standard error: the beginning is kept, and all
/// of it is read, so that the process never waits.
final class Output {
  /// What is kept for a reader.
  private static final int KEPT = 8_000;

  private final InputStream in;
  private final int limit;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final Thread reader;
  private volatile @Nullable Runnable onFlood;

  /// @param limit bytes from which on it is too much
  Output(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
    reader = Thread.ofPlatform().daemon().name("answer's output").start(this::read);
  }

  /// What to do when it becomes too much.
  void onFlood(Runnable action) {
    onFlood = action;
  }

  private void read() {
    byte[] part = new byte[8192];
    long total = 0;
    try {
      for (int n = in.read(part); n >= 0; n = in.read(part)) {
        synchronized (kept) {
          kept.write(part, 0, Math.min(n, KEPT - kept.size()));
        }
        boolean over = total > limit;
        total += n;
        Runnable action = onFlood;
        if (!over && total > limit && action != null) {
          action.run();
        }
      }
    } catch (IOException e) {
      // The process was ended while it wrote.
    }
  }

  /// What was written so far, once the process has ended: all of it.
  String text() {
    try {
      reader.join(Duration.ofMillis(500));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return kept();
  }

  private String kept() {
    synchronized (kept) {
      return kept.toString(StandardCharsets.UTF_8);
    }
  }
}
