package longrange.grading.classroom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Threads that do what they are handed, from a queue that is short: whoever hands over waits.
final class Workers implements AutoCloseable {
  /// A piece of work. A failure of it ends all of the work.
  @FunctionalInterface
  interface Work {
    void run() throws IOException;
  }

  private static final long LOOK_MILLIS = 200;

  /// Nothing is the end, for one thread.
  private final BlockingQueue<Optional<Work>> queue;

  private final List<Thread> threads = new ArrayList<>();
  private volatile @Nullable Throwable failure;

  Workers(int count) {
    queue = new ArrayBlockingQueue<>(count);
    for (int i = 0; i < count; i++) {
      threads.add(Thread.ofPlatform().daemon().name("grading-" + i).start(this::work));
    }
  }

  private void work() {
    try {
      for (var next = queue.take(); next.isPresent(); next = queue.take()) {
        next.get().run();
      }
    } catch (InterruptedException e) {
      // Told to stop.
      Thread.currentThread().interrupt();
    } catch (Throwable e) {
      // Whatever it is: who waits for the work hears of it, and the rest is not begun.
      failure = e;
    }
  }

  /// Hands over a piece of work, when there is a place for it.
  ///
  /// @throws IOException when earlier work has failed
  void take(Work work) throws IOException, InterruptedException {
    put(Optional.of(work));
  }

  private void put(Optional<Work> work) throws IOException, InterruptedException {
    while (!queue.offer(work, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      check();
    }
    check();
  }

  /// Waits for the end of all work.
  void finish() throws IOException, InterruptedException {
    for (int i = 0; i < threads.size(); i++) {
      put(Optional.empty());
    }
    for (Thread thread : threads) {
      thread.join();
    }
    check();
  }

  private void check() throws IOException {
    switch (failure) {
      case null -> {}
      case IOException e -> throw e;
      case Throwable e -> throw new IllegalStateException("The run failed: " + e, e);
    }
  }

  /// Stops what is still at work.
  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
  }
}
