package longrange.notebook;

import java.math.BigDecimal;
import java.util.stream.IntStream;

/// Evenly spaced numbers as a person writes them: 0.3, never 0.30000000000000004.
final class Steps {
  private static final int MOST = 400;

  private Steps() {}

  static double[] of(double from, double to, double step) {
    double exact = (to - from) / step;
    if (!(step > 0) || !(from < to) || exact > MOST) {
      throw new IllegalArgumentException(
          "steps from %s to %s by %s: need from < to, a positive step, and at most %d steps"
              .formatted(from, to, step, MOST));
    }
    int count = (int) Math.floor(exact + 1e-9);
    BigDecimal start = BigDecimal.valueOf(from);
    BigDecimal by = BigDecimal.valueOf(step);
    return IntStream.rangeClosed(0, count)
        .mapToDouble(i -> start.add(by.multiply(BigDecimal.valueOf(i))).doubleValue())
        .toArray();
  }
}
