package longrange.grading.sandbox;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import longrange.grading.sandbox.wire.Line;

/// A process for one answer, started and connected.
final class StudentProcess implements AutoCloseable {
  private final Process process;
  private final SocketChannel channel;
  private final Output output;
  private final Line line;
  private final boolean contained;
  private final ProcessHandle virtualMachine;
  private final AtomicBoolean closed = new AtomicBoolean();

  /// All that ends with it. The kernel takes a moment to end them.
  private final Set<ProcessHandle> family = ConcurrentHashMap.newKeySet();

  /// @param contained whether the end of its first process is the end of all that it starts
  StudentProcess(
      Process process, boolean contained, SocketChannel channel, Output output, int frame) {
    this.process = process;
    this.contained = contained;
    this.channel = channel;
    this.output = output;
    this.line =
        new Line(Channels.newInputStream(channel), Channels.newOutputStream(channel), frame);
    this.virtualMachine = last(process.toHandle());
  }

  /// Of the chain of bubblewrap's processes the last one is the JVM.
  private ProcessHandle last(ProcessHandle first) {
    Optional<ProcessHandle> child = child(first);
    child.ifPresent(family::add);
    return child.isPresent() ? last(child.get()) : first;
  }

  /// As the kernel lists it: to ask every process of this machine for its parent takes longer than
  /// all else that is done for a start.
  private static Optional<ProcessHandle> child(ProcessHandle parent) {
    long id = parent.pid();
    try {
      String children = Files.readString(Path.of("/proc/%d/task/%d/children".formatted(id, id)));
      return children.isBlank()
          ? Optional.empty()
          : ProcessHandle.of(Long.parseLong(children.strip().split(" ", -1)[0]));
    } catch (IOException e) {
      return parent.children().findFirst();
    }
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
    if (!contained) {
      // Asked before: afterwards they are nobody's.
      process.descendants().forEach(family::add);
    }
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
