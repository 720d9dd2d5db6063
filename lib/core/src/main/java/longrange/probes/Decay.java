package longrange.probes;

import java.util.stream.IntStream;
import longrange.linalg.Need;

/// How fast a curve over the lag falls. The curve is an array of base-10 logarithms with the lag as
/// its index, such as [Jacobians#log10Norms].
public final class Decay {
  private Decay() {}

  /// The effective horizon: the last lag at which the curve is still at least this fraction of its
  /// value at lag 0. A curve that falls and rises again is followed to its last such lag.
  ///
  /// @param fraction such as 0.1
  public static int horizon(double[] log10, double fraction) {
    double least = log10[0] + Math.log10(fraction);
    return IntStream.range(0, log10.length).filter(k -> log10[k] >= least).max().orElse(0);
  }

  /// The half-life in steps, from the least-squares line through the curve from one lag to another.
  /// It is negative for a curve that grows: the time in which it doubles.
  ///
  /// @param from the first lag that counts: at short lags a curve may still bend
  /// @param to the last one, at least `from` + 1; the curve must be finite up to there
  public static double halfLife(double[] log10, int from, int to) {
    return -Math.log10(2) / slope(log10, from, to);
  }

  /// The half-life of `rᵏ`: 69.0 steps for r = 0.99.
  public static double halfLife(double r) {
    return Math.log(2) / -Math.log(r);
  }

  /// The time constant τ of `rᵏ = e^(-k/τ)`, in steps: 99.5 for r = 0.99.
  public static double timeConstant(double r) {
    return 1 / -Math.log(r);
  }

  private static double slope(double[] log10, int from, int to) {
    Need.that(
        0 <= from && from < to && to < log10.length,
        "the lags are %d to %d of a curve that ends at lag %d: need 0 ≤ from < to ≤ %d"
            .formatted(from, to, log10.length - 1, log10.length - 1));
    double middle = (from + to) / 2.0;
    double sum = 0;
    double squares = 0;
    for (int k = from; k <= to; k++) {
      Need.that(Double.isFinite(log10[k]), "the curve is zero at lag %d: end before".formatted(k));
      sum += (k - middle) * log10[k];
      squares += (k - middle) * (k - middle);
    }
    return sum / squares;
  }
}
