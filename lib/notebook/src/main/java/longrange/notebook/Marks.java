package longrange.notebook;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/// Words and signs over the finished curves: marked points, boundaries, exact zeros.
final class Marks {
  private static final Font WORDS = Lettering.font(Font.PLAIN, 12);
  private static final int GAP = 8;

  private final Graphics2D g;
  private final Frame frame;

  private Marks(Graphics2D g, Frame frame) {
    this.g = g;
    this.frame = frame;
  }

  static void draw(Graphics2D g, Frame frame, Series series) {
    Marks marks = new Marks(g, frame);
    switch (series.kind()) {
      case MARK -> marks.point(series);
      case BOUNDARY -> marks.boundary(series);
      case LINE, FAINT -> marks.zero(series);
      case POINTS, LEVEL -> {
        // Complete as they are.
      }
    }
  }

  private void point(Series mark) {
    double x = across(mark.x()[0]);
    double y = Math.clamp(frame.down(mark.y()[0]), frame.top(), frame.bottom());
    g.setColor(Palette.PAPER);
    g.fill(new Ellipse2D.Double(x - 5, y - 5, 10, 10));
    g.setColor(Palette.INK);
    g.setStroke(new BasicStroke(1.8f));
    g.draw(new Ellipse2D.Double(x - 4, y - 4, 8, 8));
    boolean above = y > frame.top() + 24;
    words(mark.label(), x, above ? y - GAP : y + GAP + 10);
  }

  private void boundary(Series series) {
    words(series.label(), across(series.x()[0]), frame.top() + 14);
  }

  /// A triangle at the lower edge, where a curve has fallen to exactly 0.
  private void zero(Series series) {
    int place = series.firstZero();
    if (place < 0 || !frame.y().decades() || series.x()[place] > frame.x().high()) return;
    double x = across(series.x()[place]);
    double y = frame.bottom();
    Path2D down = new Path2D.Double();
    down.moveTo(x - 5, y - 9);
    down.lineTo(x + 5, y - 9);
    down.lineTo(x, y);
    down.closePath();
    g.setColor(Palette.INK);
    g.fill(down);
    words("exactly 0", x, y - 8);
  }

  /// Right of the point, or left of it where the axis ends.
  private void words(String words, double x, double baseline) {
    double width = Lettering.width(g, words, WORDS);
    boolean fits = x + GAP + width < frame.right();
    Lettering.halo(g, words, WORDS, fits ? x + GAP : x - GAP - width, baseline);
  }

  private double across(double value) {
    return Math.clamp(frame.across(value), frame.left(), frame.right());
  }
}
