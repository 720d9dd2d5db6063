package longrange.notebook;

import java.awt.geom.Rectangle2D;
import org.knowm.xchart.XYChart;

/// Where values lie on the picture, once the axes are drawn.
final class Frame {
  private final Axis x;
  private final Axis y;
  private final double left;
  private final double right;
  private final double top;
  private final double bottom;

  Frame(XYChart painted, Axis x, Axis y) {
    this.x = x;
    this.y = y;
    left = painted.getScreenXFromChart(x.low());
    right = painted.getScreenXFromChart(x.high());
    top = painted.getScreenYFromChart(y.high());
    bottom = painted.getScreenYFromChart(y.low());
  }

  Axis x() {
    return x;
  }

  Axis y() {
    return y;
  }

  double left() {
    return left;
  }

  double right() {
    return right;
  }

  double top() {
    return top;
  }

  double bottom() {
    return bottom;
  }

  /// The place of an x, also outside the axes.
  double across(double value) {
    return left + (right - left) * (value - x.low()) / (x.high() - x.low());
  }

  /// The place of a y, also outside the axes. An exact zero on an axis of decades lies at its foot.
  double down(double value) {
    if (value == Double.NEGATIVE_INFINITY && y.decades()) return bottom;
    return bottom - (bottom - top) * (value - y.low()) / (y.high() - y.low());
  }

  /// The area of the curves, with room for half a line's width at its rim.
  Rectangle2D area() {
    return new Rectangle2D.Double(left - 2, top - 2, right - left + 4, bottom - top + 4);
  }
}
