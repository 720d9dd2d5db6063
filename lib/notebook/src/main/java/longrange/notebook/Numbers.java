package longrange.notebook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/// Numbers as a reader wants them: three or four figures, and powers of ten far beyond a double.
final class Numbers {
  private static final String[] SUPERSCRIPT = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};

  private Numbers() {}

  /// A value with four significant figures: `0.1667`, `19.4`, `2.951·10⁻⁵`.
  static String plain(double value) {
    if (Double.isNaN(value)) return "undefined";
    if (Double.isInfinite(value)) return value > 0 ? "infinite" : "minus infinite";
    if (value == 0) return "0";
    double size = Math.abs(value);
    if (value == Math.rint(value) && size < 1e6) return grouped(value);
    if (size >= 1e-3 && size < 1e6) return shortest(value, 4);
    return (value < 0 ? "−" : "") + scientific(BigDecimal.valueOf(size));
  }

  /// Ten to the given power, with three significant figures. The power may lie far outside the
  /// range of a double: `tenTo(-320.4)` is `3.98·10⁻³²¹`.
  static String tenTo(double log10) {
    if (Double.isNaN(log10)) return "undefined";
    if (log10 == Double.NEGATIVE_INFINITY) return "0";
    if (log10 == Double.POSITIVE_INFINITY) return "infinite";
    if (log10 > -3 && log10 < 6) return plain(rounded(Math.pow(10, log10), 3));
    int decade = (int) Math.floor(log10);
    double digits = rounded(Math.pow(10, log10 - decade), 3);
    return digits >= 10 ? "1·" + decade(decade + 1) : shortest(digits, 3) + "·" + decade(decade);
  }

  /// `10⁻⁵`, the label of a decade.
  static String decade(int power) {
    StringBuilder label = new StringBuilder("10");
    if (power < 0) label.append('⁻');
    for (char digit : Integer.toString(Math.abs(power)).toCharArray()) {
      label.append(SUPERSCRIPT[digit - '0']);
    }
    return label.toString();
  }

  /// The label of a tick: no rounding noise, a real minus sign.
  static String tick(double value) {
    if (Math.abs(value) < 1e-12) return "0";
    double size = Math.abs(value);
    if (size < 1e-4 || size >= 1e7) return plain(value);
    return shortest(value, 6);
  }

  private static String grouped(double value) {
    return String.format(Locale.ROOT, "%,d", (long) value).replace('-', '−');
  }

  private static String shortest(double value, int figures) {
    String text =
        BigDecimal.valueOf(value)
            .round(new MathContext(figures, RoundingMode.HALF_EVEN))
            .stripTrailingZeros()
            .toPlainString();
    return text.replace('-', '−');
  }

  private static String scientific(BigDecimal size) {
    BigDecimal digits = size.round(new MathContext(4, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    int decade = digits.precision() - digits.scale() - 1;
    return digits.movePointLeft(decade).toPlainString() + "·" + decade(decade);
  }

  private static double rounded(double value, int figures) {
    return BigDecimal.valueOf(value)
        .round(new MathContext(figures, RoundingMode.HALF_EVEN))
        .doubleValue();
  }
}
