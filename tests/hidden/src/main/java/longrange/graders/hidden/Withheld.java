package longrange.graders.hidden;

import static org.junit.jupiter.api.Assertions.fail;

import org.jspecify.annotations.Nullable;

/// Assertions that say that something is wrong and nothing more.
public final class Withheld {
  private static final String MESSAGE =
      "The inputs of this test are not shown. Its title says what does not hold; the statement says"
          + " the rule.";

  private Withheld() {}

  /// Fails when this is not so.
  public static void holds(boolean claim) {
    if (!claim) {
      fail(MESSAGE);
    }
  }

  /// Fails when a number is further off than `tolerance · max(1, |expected|)`, or is NaN.
  public static void close(double expected, double got, double tolerance) {
    holds(Math.abs(got - expected) <= tolerance * Math.max(1, Math.abs(expected)));
  }

  /// Fails when a number is further off than `tolerance · |expected|`, or is NaN.
  public static void closeInRelation(double expected, double got, double tolerance) {
    holds(Math.abs(got - expected) <= tolerance * Math.abs(expected));
  }

  /// Fails when the shapes differ, or an entry is not {@linkplain #close(double, double, double)
  /// close}.
  public static void close(double[][] expected, double @Nullable [][] got, double tolerance) {
    holds(got != null && got.length == expected.length);
    for (int i = 0; got != null && i < expected.length; i++) {
      row(expected[i], got[i], tolerance);
    }
  }

  private static void row(double[] expected, double @Nullable [] got, double tolerance) {
    holds(got != null && got.length == expected.length);
    for (int j = 0; got != null && j < expected.length; j++) {
      close(expected[j], got[j], tolerance);
    }
  }
}
