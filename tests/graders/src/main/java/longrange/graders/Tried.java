package longrange.graders;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One call of a student's answer: what was tried, what came back, and the wrong values that are
/// known to come from a misconception.
///
/// A number is held as a 1×1 matrix, so that one comparison serves both.
public final class Tried {
  // The array is only read here, and no two fingerprints are ever compared.
  @SuppressWarnings("ArrayRecordComponent")
  private record Fingerprint(double[][] value, String hint) {}

  private final String call;
  private final double @Nullable [][] got;
  private final boolean number;
  private final List<Fingerprint> fingerprints = new ArrayList<>();
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

  /// A call that gave a matrix, or null.
  public static Tried call(String call, double @Nullable [][] got) {
    return new Tried(call, got, false);
  }

  /// How far each entry may be from what is expected: `tolerance · max(1, |expected|)`.
  public Tried to(double tolerance) {
    this.tolerance = tolerance;
    return this;
  }

  /// A wrong value whose origin is known.
  ///
  /// @param hint one sentence or two, for whoever got this value
  public Tried fingerprint(double[][] value, String hint) {
    fingerprints.add(new Fingerprint(value, hint));
    return this;
  }

  /// A wrong number whose origin is known.
  public Tried fingerprint(double value, String hint) {
    return fingerprint(new double[][] {{value}}, hint);
  }

  /// Passes when this came back; fails with the hint of the fingerprint that fits, or else with the
  /// general one.
  ///
  /// @param general where to look when no fingerprint fits
  public void shouldBe(double[][] expected, String general) {
    if (got == null || !close(got, expected)) {
      fail(message(words(expected), hint(general)));
    }
  }

  /// The same for a number.
  public void shouldBe(double expected, String general) {
    shouldBe(new double[][] {{expected}}, general);
  }

  private String hint(String general) {
    if (got == null) {
      return "Null came back. Return an array, at every end of the method.";
    }
    return fingerprints.stream()
        .filter(each -> close(got, each.value()))
        .map(Fingerprint::hint)
        .findFirst()
        .orElse(general);
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

  private boolean close(double[][] a, double[][] b) {
    return Numbers.close(a, b, tolerance);
  }
}
