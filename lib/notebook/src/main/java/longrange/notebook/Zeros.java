package longrange.notebook;

/// What a curve on an axis of decades looks like where the value is exactly 0.
///
/// Its logarithm has no place on the axis: the curve falls to the lower edge and ends there.
final class Zeros {
  private Zeros() {}

  /// @param values log10 of a curve's values. Not modified.
  static double[] drop(double[] values, Axis axis) {
    double[] drawn = values.clone();
    for (int i = 0; i < drawn.length; i++) {
      if (Double.isFinite(values[i])) continue;
      boolean falls = values[i] == Double.NEGATIVE_INFINITY && axis.decades();
      boolean first = i > 0 && Double.isFinite(values[i - 1]);
      drawn[i] = falls && first ? axis.low() : Double.NaN;
    }
    return drawn;
  }
}
