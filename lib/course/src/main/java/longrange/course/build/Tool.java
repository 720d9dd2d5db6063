package longrange.course.build;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A program that is run for the user, its output kept in a log.
///
/// @param command the program and its arguments
/// @param folder where it runs
/// @param environment variables set for it besides those of this process
/// @param log the file its output goes to; emptied first
public record Tool(List<String> command, Path folder, Map<String, String> environment, Path log) {
  /// Exit codes above this are the system's: 130 after Ctrl-C.
  public static final int ENDED_BY_A_SIGNAL = 128;

  private static final long PATIENCE_SECONDS = 1;
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

  /// Where a program lies on the `PATH`.
  public static Optional<Path> onPath(String name) {
    return allOnPath(name).stream().findFirst();
  }

  /// Every program of this name on the `PATH`, in its order.
  public static List<Path> allOnPath(String name) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Pattern.compile(":")
        .splitAsStream(path)
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .distinct()
        .toList();
  }

  /// Runs it to its end.
  ///
  /// @param lines is told each line of output and of errors
  /// @return the exit code
  public int run(Consumer<String> lines) throws IOException {
    Files.createDirectories(log.getParent());
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    Process process = builder.start();
    Thread ending = endWithThis(process);
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        PrintWriter file = new PrintWriter(Files.newBufferedWriter(log))) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        String plain = COLOUR.matcher(line).replaceAll("");
        file.println(plain);
        lines.accept(plain);
      }
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.failed(command.getFirst() + " was interrupted.");
    } finally {
      process.destroy();
      takeBack(ending);
    }
  }

  /// From now on a process ends, with all that it has started, when this one is ended.
  ///
  /// @return to [#takeBack] when the process has ended by itself
  public static Thread endWithThis(Process process) {
    Thread ending = new Thread(() -> end(process));
    Runtime.getRuntime().addShutdownHook(ending);
    return ending;
  }

  /// Waits for a process that is to end with this one, and by an interruption too.
  ///
  /// @return its exit code
  public static int ended(Process process) throws InterruptedException {
    Thread ending = endWithThis(process);
    try {
      return process.waitFor();
    } finally {
      end(process);
      takeBack(ending);
    }
  }

  /// Asks it to end, and sees to it: a JVM that writes a start-up cache would go on.
  private static void end(Process process) {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    process.destroy();
    try {
      process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    all.forEach(ProcessHandle::destroyForcibly);
  }

  /// Takes back what was to be done at the end of this process. Where that end has begun, it never
  /// returns: then a tool was ended with it, and no word or file more is due.
  public static void takeBack(Thread ending) {
    try {
      Runtime.getRuntime().removeShutdownHook(ending);
    } catch (IllegalStateException e) {
      while (true) {
        LockSupport.park();
      }
    }
  }
}
