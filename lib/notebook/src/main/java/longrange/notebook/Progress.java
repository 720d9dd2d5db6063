package longrange.notebook;

import java.time.Duration;
import java.util.function.LongSupplier;

/// A bar with the time left. Changes in place, at most five times a second.
///
/// ```java
/// try (var bar = progress("gain sweep", gains.length)) {
///   for (double gain : gains) {
///     …
///     bar.step();
///   }
/// }
/// ```
public final class Progress implements AutoCloseable {
  private static final long INTERVAL = 200_000_000L;

  private final String id = Screen.newId();
  private final String label;
  private final int total;
  private final LongSupplier clock;
  private final long start;
  private long last;
  private int done;

  Progress(String label, int total) {
    this(label, total, System::nanoTime);
  }

  Progress(String label, int total, LongSupplier nanoTime) {
    if (total < 1) {
      throw new IllegalArgumentException(
          "progress of \"%s\" over %d steps: need at least 1".formatted(label, total));
    }
    this.label = label;
    this.total = total;
    this.clock = nanoTime;
    this.start = clock.getAsLong();
    this.last = start;
    Screen.current().show(id, view(""));
  }

  /// One step is done.
  public void step() {
    step("");
  }

  /// One step is done.
  ///
  /// @param news a few words on what was reached, `loss .0812`
  public void step(String news) {
    done = Math.min(total, done + 1);
    long now = clock.getAsLong();
    if (now - last < INTERVAL && done < total) return;
    last = now;
    Screen.current().update(id, view(news));
  }

  /// Says how long it took, also when it ended early.
  @Override
  public void close() {
    Screen.current().update(id, view(""));
  }

  View view(String news) {
    String text = "%s: %d of %d, %s".formatted(label, done, total, time());
    if (!news.isEmpty()) text += ", " + news;
    String html =
        "<div><progress max=\"%d\" value=\"%d\" aria-label=\"%s\" style=\"width:240px;vertical-align:middle\"></progress> %s</div>"
            .formatted(total, done, Html.escape(label), Html.escape(text));
    return new View(html, text);
  }

  private String time() {
    long elapsed = clock.getAsLong() - start;
    if (done == total) return "done in " + Durations.say(Duration.ofNanos(elapsed));
    if (done == 0) return "starting";
    return "about %s left"
        .formatted(Durations.say(Duration.ofNanos(elapsed / done * (total - done))));
  }
}
