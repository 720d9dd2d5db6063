package longrange.course.grade;

import java.time.Duration;
import java.util.function.LongSupplier;
import longrange.course.build.Terminal;
import longrange.grading.classroom.RunProgress;
import longrange.grading.reports.Words;

/// How far a run is, and how long it will still take: on a terminal one line that changes, in a log
/// a line for each tenth.
public final class ProgressLine implements RunProgress {
  private static final int TENTHS = 10;

  private final Terminal terminal;
  private final LongSupplier nanos;
  private final long begun;
  private volatile int done;
  private volatile int all;
  private int tenth;

  /// @param nanos a clock that only runs forward
  public ProgressLine(Terminal terminal, LongSupplier nanos) {
    this.terminal = terminal;
    this.nanos = nanos;
    this.begun = nanos.getAsLong();
  }

  @Override
  public void graded(int done, int fresh, int all) {
    this.done = done;
    this.all = all;
    String line = "Graded " + this + left(fresh);
    int reached = TENTHS * done / Math.max(1, all);
    if (reached > tenth && done < all) {
      terminal.status(line);
    } else {
      terminal.flicker(line);
    }
    tenth = reached;
  }

  /// From what this run has done itself; nothing before it has done anything.
  private String left(int fresh) {
    if (fresh == 0 || done == all) {
      return "";
    }
    double each = (double) (nanos.getAsLong() - begun) / fresh;
    return ", " + words(Duration.ofNanos((long) (each * (all - done)))) + " left";
  }

  static String words(Duration time) {
    long seconds = Math.max(1, time.toSeconds());
    if (seconds < 90) {
      return seconds + " s";
    }
    long minutes = Math.round(seconds / 60.0);
    return minutes < 90 ? minutes + " min" : "%.1f h".formatted(minutes / 60.0);
  }

  /// As in `37 of 240 answers`.
  @Override
  public String toString() {
    return done + " of " + Words.count(all, "answer", "answers");
  }
}
