package longrange.grading.sandbox.wire;

import java.io.IOException;

/// The other side sent something that this protocol does not know: by mistake it cannot happen.
public final class Violation extends IOException {
  private static final long serialVersionUID = 1L;

  /// @param rule what was expected
  public Violation(String rule) {
    super(rule);
  }
}
