package longrange.graders;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Numbers and matrices: compared, and written for a reader.
public final class Numbers {
  private static final MathContext TEN_DIGITS = new MathContext(10);

  private Numbers() {}

  /// Whether the shapes are the same and no entry is further off than `tolerance · max(1, |b|)`.
  static boolean close(double[][] a, double[][] b, double tolerance) {
    if (a.length != b.length) {
      return false;
    }
    for (int i = 0; i < a.length; i++) {
      if (!close(a[i], b[i], tolerance)) {
        return false;
      }
    }
    return true;
  }

  private static boolean close(double @Nullable [] a, double[] b, double tolerance) {
    if (a == null || a.length != b.length) {
      return false;
    }
    for (int j = 0; j < a.length; j++) {
      if (!close(a[j], b[j], tolerance)) {
        return false;
      }
    }
    return true;
  }

  private static boolean close(double a, double b, double tolerance) {
    return Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(b));
  }

  /// Ten digits, without an exponent where that is short: `0.0148`, `1.7E+71`.
  public static String words(double x) {
    if (!Double.isFinite(x)) {
      return Double.toString(x);
    }
    BigDecimal rounded = new BigDecimal(x).round(TEN_DIGITS).stripTrailingZeros();
    double size = Math.abs(x);
    boolean plain = size == 0 || (size >= 1e-6 && size < 1e12);
    return plain ? rounded.toPlainString() : rounded.toString();
  }

  /// Row by row: `[[1, 2], [3, 4]]`. A row may be null: it came from a student.
  public static String words(double[][] a) {
    return Arrays.stream(a).map(Numbers::row).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String row(double @Nullable [] row) {
    return row == null
        ? "null"
        : Arrays.stream(row).mapToObj(Numbers::words).collect(Collectors.joining(", ", "[", "]"));
  }
}
