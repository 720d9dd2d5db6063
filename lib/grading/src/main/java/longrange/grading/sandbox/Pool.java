package longrange.grading.sandbox;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;

/// Warm processes: started and connected before an answer is there. Each serves one answer.
final class Pool implements AutoCloseable {
  /// A process, or why there is none.
  private sealed interface Started {
    record Ready(StudentProcess process) implements Started {}

    record Failed(IOException why) implements Started {}
  }

  private final Starter starter;
  private final BlockingQueue<Started> ready = new LinkedBlockingQueue<>();
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean closed;

  /// @param size how many are kept warm
  Pool(Starter starter, int size) {
    this.starter = starter;
    for (int i = 0; i < size; i++) {
      startOne();
    }
  }

  private void startOne() {
    try {
      workers.execute(() -> add(started()));
    } catch (RejectedExecutionException e) {
      add(new Started.Failed(new IOException("The grading is over.", e)));
    }
  }

  /// Whoever waits for a process hears of it, whatever went wrong.
  private Started started() {
    try {
      return new Started.Ready(starter.start());
    } catch (IOException e) {
      return new Started.Failed(e);
    } catch (RuntimeException e) {
      return new Started.Failed(new IOException(e));
    }
  }

  private void add(Started started) {
    if (closed && started instanceof Started.Ready(StudentProcess process)) {
      process.close();
      ready.add(new Started.Failed(new IOException("The grading is over.")));
    } else {
      ready.add(started);
    }
  }

  /// A process that nobody has used. The next one is started at once.
  StudentProcess take() throws IOException, InterruptedException {
    startOne();
    return switch (ready.take()) {
      case Started.Ready(StudentProcess process) -> process;
      case Started.Failed(IOException why) -> throw why;
    };
  }

  private void drain() {
    for (Started each = ready.poll(); each != null; each = ready.poll()) {
      if (each instanceof Started.Ready(StudentProcess process)) {
        process.close();
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    drain();
    workers.close();
    drain();
  }
}
