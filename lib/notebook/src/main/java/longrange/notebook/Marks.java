package longrange.notebook;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import org.knowm.xchart.XYChart;

/// Words and signs over the finished chart: marked points, boundaries, exact zeros.
final class Marks {
  private static final Font WORDS = Lettering.font(Font.PLAIN, 12);
  private static final int GAP = 8;

  private final Graphics2D g;
  private final XYChart chart;
  private final Axis x;
  private final Axis y;

  private Marks(Graphics2D g, XYChart chart, Axis x, Axis y) {
    this.g = g;
    this.chart = chart;
    this.x = x;
    this.y = y;
  }

  static void draw(Graphics2D g, XYChart chart, Figure figure, Axis x, Axis y) {
    Marks marks = new Marks(g, chart, x, y);
    for (Series series : figure.series()) {
      switch (series.kind()) {
        case MARK -> marks.point(series);
        case BOUNDARY -> marks.boundary(series);
        case LINE, FAINT -> marks.zero(series);
        case POINTS, LEVEL -> {
          // Complete as XChart draws them.
        }
      }
    }
  }

  private void point(Series mark) {
    double px = chart.getScreenXFromChart(clamp(mark.x()[0], x));
    double py = chart.getScreenYFromChart(clamp(mark.y()[0], y));
    g.setStroke(new BasicStroke(1.8f));
    g.setColor(Palette.PAPER);
    g.fill(new Ellipse2D.Double(px - 5, py - 5, 10, 10));
    g.setColor(Palette.INK);
    g.draw(new Ellipse2D.Double(px - 4, py - 4, 8, 8));
    boolean above = py > chart.getScreenYFromChart(y.high()) + 24;
    words(mark.label(), px, above ? py - GAP : py + GAP + 10);
  }

  private void boundary(Series series) {
    double px = chart.getScreenXFromChart(clamp(series.x()[0], x));
    words(series.label(), px, chart.getScreenYFromChart(y.high()) + 14);
  }

  /// A triangle at the lower edge, where a curve has fallen to exactly 0.
  private void zero(Series series) {
    int place = series.firstZero();
    if (place < 1 || !y.decades() || series.x()[place] > x.high()) return;
    double px = chart.getScreenXFromChart(clamp(series.x()[place], x));
    double py = chart.getScreenYFromChart(y.low());
    Path2D down = new Path2D.Double();
    down.moveTo(px - 5, py - 9);
    down.lineTo(px + 5, py - 9);
    down.lineTo(px, py);
    down.closePath();
    g.setColor(Palette.INK);
    g.fill(down);
    words("exactly 0", px, py - 4);
  }

  /// Right of the point, or left of it where the axis ends.
  private void words(String words, double px, double baseline) {
    double width = Lettering.width(g, words, WORDS);
    double right = chart.getScreenXFromChart(x.high());
    boolean fits = px + GAP + width < right;
    Lettering.halo(g, words, WORDS, fits ? px + GAP : px - GAP - width, baseline);
  }

  private static double clamp(double value, Axis axis) {
    return Math.clamp(value, axis.low(), axis.high());
  }
}
