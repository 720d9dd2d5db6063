package longrange.course.environment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import longrange.course.build.Packages;
import longrange.course.build.Refusal;
import longrange.course.build.Tool;

/// A Python of this machine.
///
/// @param executable where it is
/// @param minor the 11 of Python 3.11
/// @param venv whether it can make an environment: Debian packs that part separately
public record Interpreter(Path executable, int minor, boolean venv) {
  /// The lock file holds for these.
  static final int OLDEST = 10;

  static final int NEWEST = 14;

  private static final Pattern VERSION = Pattern.compile("3 (\\d+)");
  private static final long PATIENCE_SECONDS = 20;
  private static final String QUESTION =
      "import sys; print(*sys.version_info[:2], flush=True); import venv, ensurepip;"
          + " ensurepip.version()";

  /// The version as people write it.
  public String version() {
    return "3." + minor;
  }

  /// The first on the `PATH` that can make the environment.
  ///
  /// @throws Refusal when there is none, with the command that installs it
  public static Interpreter find() {
    List<Interpreter> known = installed();
    return known.stream().filter(Interpreter::venv).findFirst().orElseThrow(() -> lacking(known));
  }

  static Refusal lacking(List<Interpreter> known) {
    if (known.isEmpty()) {
      return Refusal.machine(
          "There is no Python 3.%d to 3.%d on the PATH; JupyterLab needs one. Install it: %s"
              .formatted(OLDEST, NEWEST, Packages.command("python3-venv")));
    }
    Interpreter first = known.getFirst();
    return Refusal.machine(
        "Python %s (%s) lacks its venv module. Install it: %s"
            .formatted(first.version(), first.executable(), Packages.command("python3-venv")));
  }

  private static List<Interpreter> installed() {
    Stream<String> names =
        Stream.concat(
            Stream.of("python3"),
            Stream.iterate(NEWEST, minor -> minor >= OLDEST, minor -> minor - 1)
                .map(minor -> "python3." + minor));
    List<Interpreter> found = new ArrayList<>();
    names
        .flatMap(name -> Tool.allOnPath(name).stream())
        .takeWhile(candidate -> found.stream().noneMatch(Interpreter::venv))
        .forEach(candidate -> ask(candidate).ifPresent(found::add));
    return found;
  }

  /// What a program says of itself; nothing when it is no Python that the lock file holds for.
  static Optional<Interpreter> ask(Path executable) {
    try {
      Process process =
          new ProcessBuilder(executable.toString(), "-I", "-c", QUESTION)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return parse(executable, answer, ended && process.exitValue() == 0);
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  static Optional<Interpreter> parse(Path executable, String answer, boolean venv) {
    Matcher version = VERSION.matcher(answer.strip());
    if (!version.matches()) {
      return Optional.empty();
    }
    int minor = Integer.parseInt(version.group(1));
    return minor < OLDEST || minor > NEWEST
        ? Optional.empty()
        : Optional.of(new Interpreter(executable, minor, venv));
  }
}
