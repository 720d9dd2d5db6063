package longrange.graders;

import static org.junit.jupiter.api.Assertions.fail;

import org.jspecify.annotations.Nullable;

/// One call of a student's answer: what was tried, what came back, and what was expected of it.
///
/// A number is held as a 1×1 matrix, so that one comparison serves both.
public final class Tried {
  private final String call;
  private final double @Nullable [][] got;
  private final boolean number;
  private double tolerance = 1e-9;

  private Tried(String call, double @Nullable [][] got, boolean number) {
    this.call = call;
    this.got = got;
    this.number = number;
  }

  /// A call that gave a number.
  public static Tried call(String call, double got) {
    return new Tried(call, new double[][] {{got}}, true);
  }

  /// A call that gave a matrix, or null. It is copied: a later call may write into it.
  public static Tried call(String call, double @Nullable [][] got) {
    return new Tried(call, got == null ? null : copy(got), false);
  }

  /// A row may be null: it came from a student.
  private static double[][] copy(double[][] got) {
    double[][] copy = got.clone();
    for (int i = 0; i < copy.length; i++) {
      copy[i] = copy[i] == null ? copy[i] : copy[i].clone();
    }
    return copy;
  }

  /// How far each entry may be from what is expected: `tolerance · max(1, |expected|)`.
  public Tried to(double tolerance) {
    this.tolerance = tolerance;
    return this;
  }

  /// Passes when this came back.
  ///
  /// @param hint where to look, for whoever got something else
  public void shouldBe(double[][] expected, String hint) {
    if (got == null || !Numbers.close(got, expected, tolerance)) {
      fail(message(words(expected), hint(hint)));
    }
  }

  /// The same for a number.
  public void shouldBe(double expected, String hint) {
    shouldBe(new double[][] {{expected}}, hint);
  }

  private String hint(String general) {
    return got == null ? "Null came back. Return an array, at every end of the method." : general;
  }

  private String message(String expected, String hint) {
    String came = words(got);
    if (came.equals(expected)) {
      came += ", but for digits that are not shown";
    }
    return """
    tried: %s
    came back: %s
    expected: %s
    hint: %s\
    """
        .formatted(call, came, expected, hint);
  }

  private String words(double @Nullable [][] value) {
    if (value == null) {
      return "null";
    }
    return number ? Numbers.words(value[0][0]) : Numbers.words(value);
  }
}
