package longrange.grading.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Starts processes for answers.
final class Starter implements AutoCloseable {
  /// A JVM starts in a tenth of a second. Who has waited so long waits for a sick machine.
  private static final int PATIENCE_SECONDS = 30;

  private final Command command;
  private final RunFolder folder;
  private final ScheduledExecutorService clock;
  private final AtomicInteger count = new AtomicInteger();
  private volatile boolean ended;
  private final Set<StudentProcess> around = ConcurrentHashMap.newKeySet();

  /// All processes are started by this one thread. "Die with the parent" means the thread that
  /// started them, and a pool's thread may end long before the grading does.
  private final ExecutorService parent =
      Executors.newSingleThreadExecutor(
          task -> Thread.ofPlatform().daemon().name("parent of answers").unstarted(task));

  Starter(Command command, RunFolder folder, ScheduledExecutorService clock) {
    this.command = command;
    this.folder = folder;
    this.clock = clock;
  }

  /// From now on none is started.
  void end() {
    ended = true;
  }

  /// Starts a process and waits until it is connected.
  StudentProcess start() throws IOException {
    if (ended) {
      throw new IOException("The grading is over.");
    }
    int n = count.getAndIncrement();
    Path socket = folder.socket(n);
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
      handOver(socket, command.user(), n);
      StudentProcess process =
          connected(started(command.of(n, folder.jar(), folder.cache(), socket)), server);
      around.removeIf(StudentProcess::gone);
      around.add(process);
      return process;
    } finally {
      Files.deleteIfExists(socket);
    }
  }

  /// Only the answer's user may connect.
  private static void handOver(Path socket, User user, int n) throws IOException {
    Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
    if (user.drops()) {
      Files.setAttribute(socket, "unix:uid", user.id(n));
    }
  }

  private Process started(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    // Bubblewrap's own first process would show this environment to the answer.
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin:/usr/sbin:/sbin");
    builder.directory(folder.path().toFile());
    builder.redirectInput(Redirect.from(Path.of("/dev/null").toFile()));
    builder.redirectErrorStream(true);
    try {
      return parent.submit(builder::start).get();
    } catch (ExecutionException e) {
      throw new IOException("The process could not be started: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while a process was started.", e);
    }
  }

  private StudentProcess connected(Process process, ServerSocketChannel server) throws IOException {
    Output output = new Output(process.getInputStream(), command.limits().output());
    var _ = process.onExit().thenRun(() -> close(server));
    ScheduledFuture<?> late =
        clock.schedule(process::destroyForcibly, PATIENCE_SECONDS, TimeUnit.SECONDS);
    try {
      SocketChannel channel = server.accept();
      boolean contained = command.isolation() == Isolation.BWRAP;
      return new StudentProcess(process, contained, channel, output, command.limits().frame());
    } catch (IOException e) {
      process.destroyForcibly();
      throw new IOException(
          "A process for an answer did not start. It said: " + firstLine(output.text()), e);
    } finally {
      late.cancel(false);
    }
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("nothing");
  }

  private static void close(ServerSocketChannel server) {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Ends all processes and waits until the last of them is gone.
  @Override
  public void close() {
    around.forEach(StudentProcess::close);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!around.stream().allMatch(StudentProcess::gone) && System.nanoTime() < end) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
    parent.shutdown();
  }
}
