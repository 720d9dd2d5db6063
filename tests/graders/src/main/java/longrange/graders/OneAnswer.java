package longrange.graders;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The one 2×2 matrix that all tests of an open exercise judge: what the first call returned. Tests
/// that judged a call each could be shown another matrix each, none of which is right.
///
/// A grader holds it in a field and has one object for all its tests (`@TestInstance(PER_CLASS)`).
public final class OneAnswer {
  /// Of one test. An answer that changes at its second or third call is seen in the first test.
  private static final int CALLS = 3;

  private @Nullable TwoByTwo first;

  /// What the first call of all returned.
  ///
  /// @param answer calls `matrix()`
  /// @throws org.opentest4j.AssertionFailedError when that is no 2×2 matrix, or when a call of this
  ///   test returns another
  public TwoByTwo matrix(Supplier<double @Nullable [][]> answer) {
    TwoByTwo judged = first;
    for (int i = 0; i < CALLS; i++) {
      TwoByTwo came = TwoByTwo.of(answer.get());
      judged = judged == null ? came : judged;
      first = judged;
      if (!came.equals(judged)) {
        fail(
            """
            tried: matrix(), again and again
            came back: %s at first, %s later
            expected: the same entries at every call
            hint: The answer changed between calls. One matrix is to have all the properties: let it\
             depend on nothing that changes.\
            """
                .formatted(judged, came));
      }
    }
    return Objects.requireNonNull(judged);
  }
}
