package longrange.grading.sandbox;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// What stands between an answer's process and this machine. It is recorded beside every result.
public enum Isolation {
  /// Bubblewrap: no network, no files but the JDK's, no other processes, and limits.
  BWRAP,
  /// Limits only: the process sees the network and all files that its user may read.
  RLIMITS,
  /// A process of its own and nothing else.
  NONE;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /// Whether this machine can do it.
  public boolean available() {
    return missing().isEmpty();
  }

  /// Why this machine cannot do it, with the way out, in a sentence; empty when it can.
  public Optional<String> missing() {
    return switch (this) {
      case BWRAP ->
          tool("bwrap", "bubblewrap").or(() -> tool("prlimit", "util-linux")).or(this::refused);
      case RLIMITS -> tool("prlimit", "util-linux");
      case NONE -> Optional.empty();
    };
  }

  private static Optional<String> tool(String name, String debian) {
    return SystemProgram.find(name).isPresent()
        ? Optional.empty()
        : Optional.of(
            "%s is not there. Install it: sudo apt-get install %s.".formatted(name, debian));
  }

  /// Tries it: whether user namespaces are to be had depends on the kernel, the distribution's
  /// policy and the container around.
  private Optional<String> refused() {
    try {
      Command command = new Command(this, Limits.standard(), User.find());
      List<String> probe = new ArrayList<>(command.user().before(0));
      probe.addAll(command.bubblewrap());
      probe.add("--");
      probe.addAll(command.rlimits());
      probe.addAll(command.java());
      probe.add("-version");
      return tried(probe, PATIENCE);
    } catch (IOException e) {
      return Optional.of(refusal(String.valueOf(e.getMessage())));
    }
  }

  /// Runs a command that is to end well by itself.
  static Optional<String> tried(List<String> command, Duration patience) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .start();
    Output said = new Output(process.getInputStream(), Integer.MAX_VALUE);
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.of(refusal("no end after " + patience.toSeconds() + " s"));
      }
      return process.exitValue() == 0 ? Optional.empty() : Optional.of(refusal(said.text()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(refusal("interrupted"));
    } finally {
      process.destroyForcibly();
    }
  }

  private static String refusal(String said) {
    return "bubblewrap does not work here: %s. It needs user namespaces, which a container or the system's policy may forbid."
        .formatted(said.lines().findFirst().orElse("it says nothing"));
  }

  /// As in a result: `bwrap`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
