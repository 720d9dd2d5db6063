package longrange.kernel.run;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/// Where a thread comes from: a chain of the threads that started it, up to its cell.
///
/// It is handed on by an inheritable thread-local, which runs in the parent when it makes a thread:
/// so it costs nothing while code runs, and needs no list of threads. Threads of the common pool
/// inherit nothing and have no strand.
final class Strand {
  private static final InheritableThreadLocal<@Nullable Strand> CURRENT =
      new InheritableThreadLocal<>() {
        @Override
        protected @Nullable Strand childValue(@Nullable Strand parent) {
          return parent == null ? null : new Strand(parent.cell, parent.claimed());
        }
      };

  private final Cell cell;
  private final @Nullable Strand parent;

  /// Set by the thread itself, at the latest when it starts another.
  private volatile @Nullable WeakReference<Thread> thread;

  private Strand(Cell cell, @Nullable Strand parent) {
    this.cell = cell;
    this.parent = parent;
  }

  /// Makes the calling thread the first of `cell`.
  static void begin(Cell cell) {
    CURRENT.set(new Strand(cell, null).claimed());
  }

  /// The calling thread's own.
  static @Nullable Strand current() {
    Strand own = CURRENT.get();
    return own == null ? null : own.claimed();
  }

  static @Nullable Cell cell() {
    Strand own = CURRENT.get();
    return own == null ? null : own.cell;
  }

  private Strand claimed() {
    if (thread == null) {
      thread = new WeakReference<>(Thread.currentThread());
    }
    return this;
  }

  boolean belongsTo(Cell other) {
    return cell == other;
  }

  /// Whether `ancestor` is this thread, or started it, directly or not.
  boolean comesFrom(Thread ancestor) {
    for (Strand at = this; at != null; at = at.parent) {
      WeakReference<Thread> known = at.thread;
      if (known != null && known.refersTo(ancestor)) {
        return true;
      }
    }
    return false;
  }
}
