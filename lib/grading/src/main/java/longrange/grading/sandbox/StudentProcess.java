package longrange.grading.sandbox;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import longrange.grading.sandbox.wire.Line;

/// A process for one answer, started and connected.
final class StudentProcess implements AutoCloseable {
  private final Process process;
  private final SocketChannel channel;
  private final Output output;
  private final Line line;
  private final ProcessHandle virtualMachine;

  StudentProcess(Process process, SocketChannel channel, Output output, int frame) {
    this.process = process;
    this.channel = channel;
    this.output = output;
    this.line =
        new Line(Channels.newInputStream(channel), Channels.newOutputStream(channel), frame);
    // Of the chain of bubblewrap's processes the last one is the JVM.
    this.virtualMachine =
        process
            .descendants()
            .max(Comparator.comparingLong(ProcessHandle::pid))
            .orElse(process.toHandle());
  }

  Line line() {
    return line;
  }

  Output output() {
    return output;
  }

  /// The computing time of the JVM, cheap to ask.
  Duration cpu() {
    return virtualMachine.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /// The computing time of the JVM and of whatever it has started.
  Duration cpuOfAll() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /// Waits a moment for its end.
  ///
  /// @return whether it has ended
  boolean awaitEnd() {
    try {
      return process.waitFor(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    }
  }

  /// Ends it and all that it has started. Under bubblewrap the end of the first process is the end
  /// of all; elsewhere they are looked for.
  void kill() {
    Stream<ProcessHandle> all = process.descendants();
    process.destroyForcibly();
    all.forEach(ProcessHandle::destroyForcibly);
  }

  @Override
  public void close() {
    kill();
    try {
      channel.close();
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (IOException e) {
      // Nobody is at the other end.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
