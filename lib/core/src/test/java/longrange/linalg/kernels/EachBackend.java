package longrange.linalg.kernels;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Locale;
import java.util.Optional;

/// The backends that a test runs on, one after the other.
public enum EachBackend {
  ROWS,
  VECTOR;

  /// The backend. Where it is hindered, the test that asked is skipped, and says why.
  public Backend here() {
    if (this == ROWS) {
      return BackendChoice.rows();
    }
    Optional<Hindrance> hindrance = BackendChoice.hindrance();
    assumeTrue(hindrance.isEmpty(), () -> hindrance.map(Hindrance::sentence).orElseThrow());
    return BackendChoice.vector();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
