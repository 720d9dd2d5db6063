package longrange.notebook;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/// Draws a figure: the title on top, XChart's axes, the curves, and their labels at the right.
///
/// XChart draws every segment of a curve by itself, so the dashes of a curve with many points start
/// anew at each and look like a solid line. The curves are therefore drawn here, as one path each.
final class Plot {
  private static final int DENSITY = 2;
  private static final int MARGIN = 12;

  /// XChart leaves out a tick label that does not fit into its chart, so the chart reaches further
  /// than the axes and is shifted by what is too much.
  private static final int PADDING = 24;

  /// An end of an axis must lie inside it for XChart to print its label.
  private static final double ROOM_FOR_END_LABELS = 1e-4;

  private Plot() {}

  /// The figure as a picture, at twice its size on the page.
  static BufferedImage draw(Figure figure) {
    return picture(figure.width(), figure.height(), g -> draw(figure, g));
  }

  /// A picture, at twice its size on the page.
  ///
  /// @param drawing gets a pen that is measured in pixels of the page
  static BufferedImage picture(int width, int height, Consumer<Graphics2D> drawing) {
    BufferedImage picture = blank(width, height);
    return on(
        picture,
        g -> {
          drawing.accept(g);
          return picture;
        });
  }

  /// The room that the labels at the right need.
  static int labelRoom(Figure figure) {
    return on(blank(1, 1), g -> Gutter.width(g, Drawn.of(figure.series()), figure.width()));
  }

  /// Where Java opens a font file for the first time it clears an interrupt of the thread. One that
  /// came before is set again: whoever draws between two steps of his work is to see it.
  private static <T> T on(BufferedImage picture, Function<Graphics2D, T> drawing) {
    boolean interrupted = Thread.currentThread().isInterrupted();
    Graphics2D g = pen(picture);
    try {
      return drawing.apply(g);
    } finally {
      g.dispose();
      if (interrupted) Thread.currentThread().interrupt();
    }
  }

  private static BufferedImage blank(int width, int height) {
    return new BufferedImage(width * DENSITY, height * DENSITY, BufferedImage.TYPE_INT_RGB);
  }

  /// A pen over a blank picture, measured in pixels of the page.
  private static Graphics2D pen(BufferedImage picture) {
    Graphics2D g = picture.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    g.setColor(Palette.PAPER);
    g.fillRect(0, 0, picture.getWidth(), picture.getHeight());
    g.scale(DENSITY, DENSITY);
    return g;
  }

  private static void draw(Figure figure, Graphics2D g) {
    int top = Lettering.title(g, figure.title(), MARGIN, MARGIN, figure.width() - 2 * MARGIN);
    Axis x = figure.xAxis();
    Axis y = figure.yAxis();
    List<Drawn> series = Drawn.of(figure.series());
    int shift = PADDING - MARGIN;
    int width = figure.width() - figure.labelRoom() + 2 * shift;
    int height = figure.height() - top + 2 * shift;
    XYChart axes = axes(x, y, width, height);
    g.translate(-shift, top - shift);
    axes.paint(g, width, height);
    Frame frame = new Frame(axes, x, y);
    for (Drawn one : series) Curves.draw(g, frame, one);
    for (Drawn one : series) Marks.draw(g, frame, one.series());
    Gutter.draw(g, frame, series, height - PADDING);
  }

  private static XYChart axes(Axis x, Axis y, int width, int height) {
    XYChart chart = new XYChart(width, height);
    chart.setXAxisTitle(x.name());
    chart.setYAxisTitle(y.name());
    paper(chart.getStyler());
    ticks(chart.getStyler(), x, y, width, height);
    // Three points at uneven distances: from even ones XChart would take its ticks.
    double[] xs = {x.low(), x.low() + 0.3 * (x.high() - x.low()), x.high()};
    var nothing = chart.addSeries("nothing", xs, new double[] {y.low(), y.low(), y.low()});
    nothing.setMarker(SeriesMarkers.NONE);
    nothing.setLineColor(Palette.AXIS);
    nothing.setLineStyle(new BasicStroke(1f));
    return chart;
  }

  private static void paper(XYStyler style) {
    style.setLegendVisible(false);
    style.setChartTitleVisible(false);
    style.setChartBackgroundColor(Palette.NOTHING);
    style.setPlotBackgroundColor(Palette.PAPER);
    style.setPlotBorderVisible(false);
    style.setChartPadding(PADDING);
    style.setPlotMargin(0);
    style.setPlotContentSize(1);
    style.setBaseFont(Lettering.font(Font.PLAIN, 12));
    style.setChartFontColor(Palette.INK);
    style.setAxisTitleFont(Lettering.font(Font.PLAIN, 13));
    style.setAxisTickLabelsFont(Lettering.font(Font.PLAIN, 12));
    style.setAxisTickLabelsColor(Palette.INK);
    style.setAxisTickMarksColor(Palette.AXIS);
    style.setYAxisLabelAlignment(XYStyler.TextAlignment.Right);
    style.setPlotGridLinesColor(Palette.GRID);
    style.setPlotGridLinesStroke(new BasicStroke(1f));
    style.setPlotGridVerticalLinesVisible(false);
  }

  private static void ticks(XYStyler style, Axis x, Axis y, int width, int height) {
    double roomX = ROOM_FOR_END_LABELS * (x.high() - x.low());
    double roomY = ROOM_FOR_END_LABELS * (y.high() - y.low());
    style.setXAxisMin(x.low() - roomX).setXAxisMax(x.high() + roomX);
    style.setYAxisMin(y.low() - roomY).setYAxisMax(y.high() + roomY);
    style.setXAxisTickLabelsFormattingFunction(value -> label(x, value));
    style.setYAxisTickLabelsFormattingFunction(value -> label(y, value));
    style.setXAxisTickMarkSpacingHint(spacing(x, width - 2 * PADDING - 60));
    style.setYAxisTickMarkSpacingHint(spacing(y, height - 2 * PADDING - 45));
  }

  /// A tick between two decades has no label. The two ends of an axis must have different ones, or
  /// XChart draws no ticks at all: here blanks of different length.
  private static String label(Axis axis, double value) {
    String label = axis.tick(value);
    if (!label.isEmpty()) return label;
    return value > (axis.low() + axis.high()) / 2 ? "  " : " ";
  }

  /// XChart chooses its tick step from a distance in pixels: the one that yields ours.
  private static int spacing(Axis axis, int pixels) {
    return (int) Math.max(10, pixels * axis.step() / (axis.high() - axis.low()));
  }
}
