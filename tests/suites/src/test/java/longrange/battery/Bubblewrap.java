package longrange.battery;

import java.util.Optional;
import longrange.grading.sandbox.Isolation;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/// What the battery needs of this machine.
final class Bubblewrap {
  private Bubblewrap() {}

  /// Skips the test with the reason where there is none; under `CI=true` it fails.
  static void need() {
    Optional<String> missing = Isolation.BWRAP.missing();
    if ("true".equals(System.getenv("CI"))) {
      Assertions.assertEquals(Optional.empty(), missing);
    }
    Assumptions.assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
  }
}
