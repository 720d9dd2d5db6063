package longrange.grading.sandbox;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import longrange.grading.sandbox.wire.Line;

/// A process for one answer, started and connected.
final class StudentProcess implements AutoCloseable {
  private final Process process;
  private final SocketChannel channel;
  private final Output output;
  private final Line line;
  private final ProcessHandle virtualMachine;
  private final AtomicBoolean closed = new AtomicBoolean();

  /// What it had started when it was killed. The kernel takes a moment to end them all.
  private final Set<ProcessHandle> family = ConcurrentHashMap.newKeySet();

  StudentProcess(Process process, SocketChannel channel, Output output, int frame) {
    this.process = process;
    this.channel = channel;
    this.output = output;
    this.line =
        new Line(Channels.newInputStream(channel), Channels.newOutputStream(channel), frame);
    this.virtualMachine = last(process.toHandle());
  }

  /// Of the chain of bubblewrap's processes the last one is the JVM.
  private static ProcessHandle last(ProcessHandle first) {
    List<ProcessHandle> chain = first.descendants().toList();
    Set<ProcessHandle> parents =
        chain.stream().flatMap(each -> each.parent().stream()).collect(Collectors.toSet());
    return chain.stream().filter(each -> !parents.contains(each)).findFirst().orElse(first);
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
    // Asked before: afterwards they are nobody's.
    process.descendants().forEach(family::add);
    process.destroyForcibly();
    family.forEach(ProcessHandle::destroyForcibly);
  }

  /// Whether it has ended and all that it has started too.
  boolean gone() {
    return !process.isAlive() && family.stream().noneMatch(ProcessHandle::isAlive);
  }

  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
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
