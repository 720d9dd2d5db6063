package longrange.notebook;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;

/// Draws curves, points and reference lines between finished axes.
final class Curves {
  private static final int POINT = 8;

  /// Java's dashing slows down without limit on a line that leaves the picture by far.
  private static final double FAR = 10_000;

  private Curves() {}

  static void draw(Graphics2D g, Frame frame, Drawn drawn) {
    Shape before = g.getClip();
    g.clip(frame.area());
    g.setColor(drawn.colour());
    g.setStroke(drawn.stroke());
    switch (drawn.series().kind()) {
      case LINE, FAINT -> g.draw(path(frame, drawn.series()));
      case POINTS -> points(g, frame, drawn);
      case LEVEL -> level(g, frame, drawn.series().y()[0]);
      case BOUNDARY -> boundary(g, frame, drawn.series().x()[0]);
      case MARK -> {
        // Its words and its ring are drawn over everything else.
      }
    }
    g.setClip(before);
  }

  /// The curve, interrupted where a value is missing, ended where it becomes exactly 0.
  private static Path2D path(Frame frame, Series series) {
    Path2D path = new Path2D.Double();
    boolean open = false;
    for (int i = 0; i < series.y().length; i++) {
      double value = series.y()[i];
      boolean zero = value == Double.NEGATIVE_INFINITY && frame.y().decades();
      if (!Double.isFinite(value) && !(zero && open)) {
        open = false;
        continue;
      }
      double x = frame.across(series.x()[i]);
      double y = Math.clamp(frame.down(value), -FAR, FAR);
      if (open) {
        path.lineTo(x, y);
      } else {
        path.moveTo(x, y);
      }
      open = !zero;
    }
    return path;
  }

  private static void points(Graphics2D g, Frame frame, Drawn drawn) {
    Series series = drawn.series();
    if (drawn.marker() == null) return;
    for (int i = 0; i < series.y().length; i++) {
      if (!Double.isFinite(series.y()[i])) continue;
      drawn.marker().paint(g, frame.across(series.x()[i]), frame.down(series.y()[i]), POINT);
    }
  }

  private static void level(Graphics2D g, Frame frame, double value) {
    double y = frame.down(value);
    g.draw(new Line2D.Double(frame.left(), y, frame.right(), y));
  }

  private static void boundary(Graphics2D g, Frame frame, double value) {
    double x = frame.across(value);
    g.draw(new Line2D.Double(x, frame.top(), x, frame.bottom()));
  }
}
