package longrange.kernel.run;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Runs cell code on threads of its own, and stops it.
///
/// The kernel itself never runs a cell's code on its own thread: code that cannot be stopped is
/// left behind on its thread, and the kernel goes on.
public final class CellRunner {
  /// How long code that is to stop is waited for.
  static final Duration PATIENCE = Duration.ofSeconds(1);

  private volatile @Nullable Cell cell;
  private volatile @Nullable Run<?> run;
  private StopCheck.@Nullable Order order;
  private long patienceEnds;

  /// What runs on one thread.
  private record Run<T>(CompletableFuture<T> result, @Nullable Run<?> outer) {}

  /// Makes `next` the cell whose code [#call] runs.
  public synchronized void begin(Cell next) {
    StopCheck.forgetEnded();
    cell = next;
    next.begin();
  }

  /// Ends the cell: it can be interrupted no more. An interrupt that came when all was done is
  /// forgotten.
  public synchronized void end() {
    cell = null;
    withdraw(List.of());
  }

  /// Runs `work` as code of the current cell and waits for it.
  ///
  /// @return what it returned, or threw
  /// @throws CellInterrupted if the cell was interrupted meanwhile
  public <T> T call(Callable<T> work, ClassLoader loader) throws Throwable {
    Cell owner = cell;
    if (owner == null) {
      return work.call();
    }
    checkInterrupted();
    Run<T> next = new Run<>(new CompletableFuture<>(), run);
    Thread thread = new Thread(owner.threads(), () -> perform(owner, work, next.result));
    thread.setName("cell " + owner.count());
    thread.setContextClassLoader(loader);
    run = next;
    try {
      thread.start();
      return next.result.get();
    } catch (ExecutionException e) {
      throw e.getCause() == null ? e : e.getCause();
    } finally {
      run = next.outer;
      // Rather this than whatever the cell's code made of its end.
      checkInterrupted();
    }
  }

  private static <T> void perform(Cell owner, Callable<T> work, CompletableFuture<T> result) {
    Strand.begin(owner);
    try {
      result.complete(work.call());
    } catch (Throwable t) {
      // Every Throwable: an Error of the cell's must not leave the kernel waiting.
      Reserve.releaseOn(t);
      result.completeExceptionally(t);
    }
  }

  /// Ends the work on a cell that was interrupted, also where none of its code runs.
  ///
  /// @throws CellInterrupted if it was
  public void checkInterrupted() throws CellInterrupted {
    Cell owner = cell;
    if (owner == null || !owner.interrupted()) {
      return;
    }
    if (run != null) {
      // Cell code asks, through the kernel: it has its own order to obey.
      throw new CellStopped();
    }
    throw new CellInterrupted(settle(owner));
  }

  /// Stops the current cell: what runs of it ends within [#PATIENCE], or is given up. Does not
  /// wait.
  ///
  /// @return whether there is one
  public synchronized boolean interrupt() {
    Cell target = cell;
    if (target == null) {
      return false;
    }
    target.interrupt();
    if (order == null) {
      order = StopCheck.stop(target);
      patienceEnds = System.nanoTime() + PATIENCE.toNanos();
    }
    target.threads().interrupt();
    for (Run<?> at = run; at != null; at = at.outer) {
      at.result.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
    return true;
  }

  /// Waits until no thread runs the cell's code; says which still do. Threads of a pool that wait
  /// for work are none of them, but take on the next task a moment later: so it has to be quiet for
  /// a while.
  private List<String> settle(Cell owner) {
    int quiet = 0;
    long end = patienceEnds();
    while (System.nanoTime() < end && quiet < 3) {
      owner.threads().interrupt();
      LockSupport.parkNanos(2_000_000);
      quiet = Leftovers.of(owner.threads()).isEmpty() && poolIsQuiet() ? quiet + 1 : 0;
    }
    List<Thread> left = Leftovers.of(owner.threads());
    withdraw(left);
    return Leftovers.describe(left);
  }

  private synchronized void withdraw(List<Thread> left) {
    if (order != null) {
      order.leave(left);
      order = null;
    }
  }

  /// Waits for [#interrupt], which stops the cell's code before it has returned.
  private synchronized long patienceEnds() {
    return patienceEnds;
  }

  private static boolean poolIsQuiet() {
    return ForkJoinPool.commonPool().isQuiescent();
  }

  /// Really stops the cell code on one thread, and on those it started.
  ///
  /// @return whether the thread has ended
  public boolean stop(Thread thread, Duration patience) throws InterruptedException {
    if (thread.equals(Thread.currentThread())) {
      throw new IllegalArgumentException(
          "a thread cannot wait for its own end: stop it from another thread");
    }
    if (!thread.isAlive()) {
      return true;
    }
    ThreadGroup group = thread.getThreadGroup();
    StopCheck.Order given = StopCheck.stop(thread);
    thread.interrupt();
    boolean ended = thread.join(patience);
    long end = System.nanoTime() + patience.toNanos();
    // Its parallel streams may have tasks left. Not awaitQuiescence: that runs them on this thread.
    while (ended && !poolIsQuiet() && System.nanoTime() < end) {
      Thread.sleep(2);
    }
    // Threads that it started may sleep now and wake up later: they are among its group's.
    given.leave(group == null ? List.of() : othersOf(group));
    return ended;
  }

  private static List<Thread> othersOf(ThreadGroup group) {
    return Leftovers.alive(group).stream().filter(t -> !t.equals(Thread.currentThread())).toList();
  }
}
