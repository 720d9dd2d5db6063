package longrange.linalg.kernels;

import java.util.Optional;

/// What is in the way of a backend, and what to do about it.
///
/// @param reason half a sentence that names the thing and the rule
/// @param remedy what to do; empty where nothing needs to be done
public record Hindrance(String reason, Optional<String> remedy) {
  static Hindrance of(String reason, String remedy) {
    return new Hindrance(reason, Optional.of(remedy));
  }

  /// Both as one line.
  public String sentence() {
    return reason + ": " + remedy.orElse("nothing needs to be done");
  }
}
