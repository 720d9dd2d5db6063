package longrange.notebook;

/// One thing drawn in a figure.
///
/// @param kind how it is drawn
/// @param label what it is, in the reader's words
/// @param x positions; empty for a horizontal line
/// @param y values, as log10 on an axis of decades; empty for a vertical line
@SuppressWarnings("ArrayRecordComponent") // copied by Figure, and never compared
record Series(Kind kind, String label, double[] x, double[] y) {
  /// How a series is drawn.
  enum Kind {
    /// The figure's subject.
    LINE,
    /// There for comparison, grey and thin.
    FAINT,
    /// Measured values, not joined.
    POINTS,
    /// A level: a floor, a baseline, a limit.
    LEVEL,
    /// A boundary on the x-axis.
    BOUNDARY,
    /// One point with a word beside it.
    MARK
  }

  boolean isCurve() {
    return kind == Kind.LINE || kind == Kind.FAINT || kind == Kind.POINTS;
  }

  /// The first place where the value is exactly 0, or -1. Only a logarithm can say so.
  int firstZero() {
    for (int i = 0; i < y.length; i++) {
      if (y[i] == Double.NEGATIVE_INFINITY) return i;
    }
    return -1;
  }

  /// The last place with a finite value, or -1.
  int lastFinite() {
    for (int i = y.length - 1; i >= 0; i--) {
      if (Double.isFinite(y[i])) return i;
    }
    return -1;
  }
}
