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
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// A program that is run for the user, its output kept in a log.
///
/// @param command the program and its arguments
/// @param folder where it runs
/// @param environment variables set for it besides those of this process
/// @param log the file its output goes to; emptied first
public record Tool(List<String> command, Path folder, Map<String, String> environment, Path log) {
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
    Thread ending = new Thread(process::destroy);
    Runtime.getRuntime().addShutdownHook(ending);
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
      forget(ending);
    }
  }

  private static void forget(Thread ending) {
    try {
      Runtime.getRuntime().removeShutdownHook(ending);
    } catch (IllegalStateException e) {
      // The hooks are running already.
    }
  }
}
