package longrange.notebook;

/// One axis of a figure: its name and unit, its range, and whether it counts decades.
///
/// An axis of decades is given log10 of its values and prints `10ᵏ`. Norms in this course run from
/// 10⁻³²⁰ to 10⁷¹ and further, where a logarithmic axis over doubles ends.
///
/// @param name with the unit, if it has one
/// @param decades whether values are log10 of what the axis names
/// @param low the lower end, NaN for "from the data"
/// @param high the upper end, NaN for "from the data"
record Axis(String name, boolean decades, double low, double high) {
  private static final double TICKS = 6;

  static Axis linear(String name) {
    return new Axis(name, false, Double.NaN, Double.NaN);
  }

  Axis range(double from, double to) {
    if (!(from < to)) {
      throw new IllegalArgumentException(
          "the range of \"%s\" is %s to %s: need the lower end first".formatted(name, from, to));
    }
    return new Axis(name, decades, from, to);
  }

  Axis named(String newName, boolean inDecades) {
    return new Axis(newName, inDecades, low, high);
  }

  /// This axis with the ends that were left open set from the data.
  Axis over(double dataLow, double dataHigh) {
    if (!(dataLow <= dataHigh)) return over(0, 1);
    double step = step(dataHigh - dataLow);
    double from = Double.isNaN(low) ? Math.floor(dataLow / step + 1e-9) * step : low;
    double to = Double.isNaN(high) ? Math.ceil(dataHigh / step - 1e-9) * step : high;
    if (from >= to) to = from + step;
    return new Axis(name, decades, from, to);
  }

  /// The distance of two ticks: 1, 2 or 5 times a power of ten, whole decades on an axis of
  /// decades.
  double step() {
    return step(high - low);
  }

  private double step(double span) {
    if (!(span > 0)) return 1;
    double raw = span / TICKS;
    double unit = Math.pow(10, Math.floor(Math.log10(raw)));
    double digits = raw / unit;
    double step = unit * (digits > 5 ? 10 : digits > 2 ? 5 : digits > 1 ? 2 : 1);
    return decades ? Math.max(1, step) : step;
  }

  /// The label of a tick. Decades are whole; between them stands nothing.
  String tick(double value) {
    if (decades && Math.abs(value - Math.rint(value)) > 0.05) return "";
    return decades ? Numbers.decade((int) Math.rint(value)) : Numbers.tick(value);
  }

  /// A value of this axis in words.
  String say(double value) {
    return decades ? Numbers.tenTo(value) : Numbers.plain(value);
  }
}
