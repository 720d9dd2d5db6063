package longrange.probes;

/// Prints a number of which only the logarithm fits into a double.
public final class Decades {
  private Decades() {}

  /// The number with two significant digits: `Decades.text(-411.47)` is `3.4e-412`. For -∞ it is
  /// `0`.
  public static String text(double log10) {
    if (log10 == Double.NEGATIVE_INFINITY) {
      return "0";
    }
    long decade = (long) Math.floor(log10);
    long tenths = Math.round(10 * Math.pow(10, log10 - decade));
    if (tenths == 100) {
      tenths = 10;
      decade++;
    }
    return "%d.%de%+03d".formatted(tenths / 10, tenths % 10, decade);
  }
}
