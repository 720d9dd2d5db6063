package longrange.kernel.run;

import com.google.gson.JsonObject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import longrange.kernel.wire.Incoming;
import org.jspecify.annotations.Nullable;

/// One execution of one cell: who asked for it, and where its output goes.
public final class Cell {
  /// The cell begun last. Threads of no cell (the common pool's) write there.
  private static volatile @Nullable Cell latest;

  private final int count;
  private final Incoming request;
  private final CellOutput output;
  private final Set<String> displayed = ConcurrentHashMap.newKeySet();
  private final ThreadGroup threads;
  private volatile boolean interrupted;

  public Cell(Incoming request, int count, CellOutput output) {
    this.request = request;
    this.count = count;
    this.output = output;
    this.threads = new CellThreadGroup("cell " + count);
  }

  /// The cell that the calling thread works for.
  public static @Nullable Cell current() {
    Cell own = Strand.cell();
    return own == null ? latest : own;
  }

  /// From now on the cell that a thread of no cell writes to.
  public void begin() {
    latest = this;
  }

  /// The number in the prompt, as in `[3]`.
  public int count() {
    return count;
  }

  public CellOutput output() {
    return output;
  }

  Incoming request() {
    return request;
  }

  /// All threads that the cell started, and those that they started.
  ThreadGroup threads() {
    return threads;
  }

  public boolean interrupted() {
    return interrupted;
  }

  void interrupt() {
    interrupted = true;
  }

  /// Shows something, behind all that was printed so far.
  public void publish(String type, JsonObject content) {
    if (content.get("transient") instanceof JsonObject transients
        && transients.get("display_id") != null) {
      displayed.add(transients.get("display_id").getAsString());
    }
    output.publish(type, content);
  }

  /// Whether `value` is the id of something this cell displayed: as a last line's value it says
  /// nothing more.
  public boolean hasDisplayed(@Nullable Object value) {
    return value instanceof String id && displayed.contains(id);
  }

  /// Threads that end by order say nothing; others as Java does.
  private static final class CellThreadGroup extends ThreadGroup {
    CellThreadGroup(String name) {
      super(name);
    }

    @Override
    public void uncaughtException(Thread thread, Throwable error) {
      if (!(error instanceof CellStopped)) {
        super.uncaughtException(thread, error);
      }
    }
  }
}
