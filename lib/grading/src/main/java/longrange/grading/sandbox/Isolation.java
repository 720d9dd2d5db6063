package longrange.grading.sandbox;

import java.util.Locale;
import java.util.Optional;

/// What stands between an answer's process and this machine. It is recorded beside every result.
public enum Isolation {
  /// Bubblewrap: no network, no files but the JDK's, no other processes, and limits.
  BWRAP,
  /// Limits only: the process sees the network and all files that its user may read.
  RLIMITS,
  /// A process of its own and nothing else.
  NONE;

  /// Whether this machine can do it.
  public boolean available() {
    return missing().isEmpty();
  }

  /// Why this machine cannot do it, with the way out, in a sentence; empty when it can.
  public Optional<String> missing() {
    return Optional.empty();
  }

  /// As in a result: `bwrap`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
