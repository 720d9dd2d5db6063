package longrange.notebook;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/// Draws a figure: the title on top, XChart's axes and curves, the labels in a gutter at the right.
///
/// The labels stand outside the axes, each beside the end of its curve, so they cover no data.
final class Plot {
  private static final int DENSITY = 2;
  private static final int MARGIN = 12;

  private final Figure figure;
  private final Axis x;
  private final Axis y;
  private final Graphics2D g;
  private int drawn;

  private Plot(Figure figure, Graphics2D g) {
    this.figure = figure;
    this.x = figure.xAxis();
    this.y = figure.yAxis();
    this.g = g;
  }

  /// The figure as a picture, at twice its size on the page.
  static BufferedImage draw(Figure figure) {
    BufferedImage picture =
        new BufferedImage(
            figure.width() * DENSITY, figure.height() * DENSITY, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = graphics(picture, figure.width(), figure.height());
    try {
      new Plot(figure, g).draw();
    } finally {
      g.dispose();
    }
    return picture;
  }

  /// A pen over a blank picture that is measured in pixels of the page.
  static Graphics2D graphics(BufferedImage picture, int width, int height) {
    Graphics2D g = picture.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    g.scale(DENSITY, DENSITY);
    g.setColor(Palette.PAPER);
    g.fillRect(0, 0, width, height);
    return g;
  }

  private void draw() {
    int top = Lettering.title(g, figure.title(), MARGIN, MARGIN, figure.width() - 2 * MARGIN);
    List<Gutter.Entry> entries = Gutter.entries(figure.series(), y);
    int gutter = Gutter.width(g, entries, figure.width());
    int width = figure.width() - gutter;
    int height = figure.height() - top;
    XYChart chart = chart(width, height);
    g.translate(0, top);
    chart.paint(g, width, height);
    Marks.draw(g, chart, figure, x, y);
    Gutter.draw(g, chart, entries, x, y, height);
  }

  private XYChart chart(int width, int height) {
    XYChart chart = new XYChart(width, height);
    chart.setXAxisTitle(x.name());
    chart.setYAxisTitle(y.name());
    style(chart.getStyler(), width, height);
    int lines = 0;
    int faint = 0;
    int points = 0;
    for (Series series : figure.series()) {
      switch (series.kind()) {
        case LINE -> line(chart, series, Palette.colour(lines), Palette.stroke(lines++));
        case FAINT -> line(chart, series, Palette.FAINT, Palette.faintStroke(faint++));
        case POINTS -> points(chart, series, lines + points, points++);
        case LEVEL, BOUNDARY -> reference(chart, series);
        case MARK -> {
          // Drawn over the finished chart, with its words.
        }
      }
    }
    if (drawn == 0) frameOnly(chart);
    return chart;
  }

  private void style(XYStyler style, int width, int height) {
    style.setLegendVisible(false);
    style.setChartTitleVisible(false);
    style.setChartBackgroundColor(Palette.PAPER);
    style.setPlotBackgroundColor(Palette.PAPER);
    style.setPlotBorderVisible(false);
    style.setChartPadding(MARGIN);
    style.setPlotMargin(0);
    style.setPlotContentSize(1);
    style.setBaseFont(Lettering.font(Font.PLAIN, 12));
    style.setChartFontColor(Palette.INK);
    style.setAxisTitleFont(Lettering.font(Font.PLAIN, 13));
    style.setAxisTickLabelsFont(Lettering.font(Font.PLAIN, 12));
    style.setAxisTickLabelsColor(Palette.INK);
    style.setAxisTickMarksColor(Palette.REFERENCE);
    style.setPlotGridLinesColor(Palette.GRID);
    style.setPlotGridLinesStroke(new BasicStroke(1f));
    style.setPlotGridVerticalLinesVisible(false);
    style.setMarkerSize(7);
    style.setXAxisMin(x.low()).setXAxisMax(x.high());
    style.setYAxisMin(y.low()).setYAxisMax(y.high());
    style.setXAxisTickLabelsFormattingFunction(x::tick);
    style.setYAxisTickLabelsFormattingFunction(y::tick);
    style.setXAxisTickMarkSpacingHint(spacing(x, width));
    style.setYAxisTickMarkSpacingHint(spacing(y, height));
  }

  /// XChart chooses the tick step from a distance in pixels: give it the one that yields our step.
  private static int spacing(Axis axis, int pixels) {
    return (int) Math.max(20, 0.72 * pixels * axis.step() / (axis.high() - axis.low()));
  }

  private void line(XYChart chart, Series series, Color colour, BasicStroke stroke) {
    XYSeries drawn = add(chart, series.x(), Zeros.drop(series.y(), y));
    drawn.setMarker(SeriesMarkers.NONE);
    drawn.setLineColor(colour);
    drawn.setLineStyle(stroke);
  }

  private void points(XYChart chart, Series series, int colour, int marker) {
    XYSeries drawn = add(chart, series.x(), Zeros.drop(series.y(), y));
    drawn.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
    drawn.setMarker(Palette.marker(marker));
    drawn.setMarkerColor(Palette.colour(colour));
  }

  private void reference(XYChart chart, Series series) {
    boolean level = series.kind() == Series.Kind.LEVEL;
    double[] xs = level ? new double[] {x.low(), x.high()} : twice(series.x()[0]);
    double[] ys = level ? twice(series.y()[0]) : new double[] {y.low(), y.high()};
    XYSeries drawn = add(chart, xs, ys);
    drawn.setMarker(SeriesMarkers.NONE);
    drawn.setLineColor(Palette.REFERENCE);
    drawn.setLineStyle(Palette.referenceStroke());
  }

  private void frameOnly(XYChart chart) {
    XYSeries nothing = add(chart, new double[] {x.low()}, new double[] {y.low()});
    nothing.setMarker(SeriesMarkers.NONE);
    nothing.setLineColor(Palette.PAPER);
  }

  /// XChart wants distinct names; the reader's labels stand in the gutter and may repeat.
  private XYSeries add(XYChart chart, double[] xs, double[] ys) {
    return chart.addSeries("series " + drawn++, xs, ys);
  }

  private static double[] twice(double value) {
    return new double[] {value, value};
  }
}
