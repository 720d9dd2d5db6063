package longrange.notebook;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.knowm.xchart.XYChart;

/// The labels of the curves, outside the axes at the right, each as near to the end of its curve as
/// its neighbours allow, with a piece of its line before it.
final class Gutter {
  private static final Font FONT = Lettering.font(Font.PLAIN, 12);
  private static final int SAMPLE = 26;
  private static final int GAP = 6;
  private static final int LINE = 17;

  private Gutter() {}

  /// @param end the value where the curve ends, log10 on an axis of decades
  /// @param marker the place in the list of markers, -1 for a line
  record Entry(String label, double end, Color colour, BasicStroke stroke, int marker) {}

  static List<Entry> entries(List<Series> all, Axis y) {
    List<Entry> entries = new ArrayList<>();
    int lines = 0;
    int faint = 0;
    int points = 0;
    for (Series series : all) {
      switch (series.kind()) {
        case LINE ->
            entries.add(entry(series, y, Palette.colour(lines), Palette.stroke(lines++), -1));
        case FAINT ->
            entries.add(entry(series, y, Palette.FAINT, Palette.faintStroke(faint++), -1));
        case POINTS -> {
          Color colour = Palette.colour(lines + points);
          entries.add(entry(series, y, colour, Palette.stroke(0), points++));
        }
        case LEVEL ->
            entries.add(entry(series, y, Palette.REFERENCE, Palette.referenceStroke(), -1));
        case BOUNDARY, MARK -> {
          // Their words stand in the chart, where the thing is.
        }
      }
    }
    return entries;
  }

  /// Room for the longest label, at most two fifths of the figure.
  static int width(Graphics2D g, List<Entry> entries, int figureWidth) {
    double widest =
        entries.stream().mapToDouble(e -> Lettering.width(g, e.label(), FONT)).max().orElse(0);
    int needed = entries.isEmpty() ? 0 : (int) Math.ceil(widest) + SAMPLE + 2 * GAP;
    return Math.min(needed, figureWidth * 2 / 5);
  }

  static void draw(Graphics2D g, XYChart chart, List<Entry> entries, Axis x, Axis y, int height) {
    List<Entry> sorted = new ArrayList<>(entries);
    sorted.sort(Comparator.comparingDouble(Entry::end).reversed());
    double edge = chart.getScreenXFromChart(x.high());
    double top = chart.getScreenYFromChart(y.high());
    double[] wanted =
        sorted.stream()
            .mapToDouble(e -> chart.getScreenYFromChart(Math.clamp(e.end(), y.low(), y.high())))
            .toArray();
    double[] placed = spread(wanted, top, height - LINE);
    for (int i = 0; i < placed.length; i++) entry(g, sorted.get(i), edge + GAP, placed[i]);
  }

  /// Moves labels apart until each has a line of its own, none far from where it wants to be.
  static double[] spread(double[] wanted, double top, double bottom) {
    double[] placed = wanted.clone();
    for (int i = 0; i < placed.length; i++) {
      double least = i == 0 ? top : placed[i - 1] + LINE;
      placed[i] = Math.max(placed[i], least);
    }
    for (int i = placed.length - 1; i >= 0; i--) {
      double most = i == placed.length - 1 ? bottom : placed[i + 1] - LINE;
      placed[i] = Math.min(placed[i], most);
    }
    return placed;
  }

  private static Entry entry(Series series, Axis y, Color colour, BasicStroke stroke, int marker) {
    int last = series.lastFinite();
    boolean zero = y.decades() && series.firstZero() > last;
    double end = zero || last < 0 ? Double.NEGATIVE_INFINITY : series.y()[last];
    String outside = zero || last < 0 ? "" : end > y.high() ? " ↑" : end < y.low() ? " ↓" : "";
    return new Entry(series.label() + outside, end, colour, stroke, marker);
  }

  private static void entry(Graphics2D g, Entry entry, double left, double middle) {
    g.setColor(entry.colour());
    if (entry.marker() < 0) {
      g.setStroke(entry.stroke());
      g.draw(new Line2D.Double(left, middle, left + SAMPLE - GAP, middle));
    } else {
      Palette.marker(entry.marker()).paint(g, left + (SAMPLE - GAP) / 2.0, middle, 7);
    }
    Lettering.write(g, entry.label(), FONT, Palette.INK, left + SAMPLE, middle + 4);
  }
}
