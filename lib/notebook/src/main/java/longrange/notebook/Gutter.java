package longrange.notebook;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.Comparator;
import java.util.List;

/// The labels of the curves, outside the axes at the right, each as near to the end of its curve as
/// its neighbours allow, with a piece of its line before it. They cover no data.
final class Gutter {
  private static final Font FONT = Lettering.font(Font.PLAIN, 12);
  private static final int SAMPLE = 26;
  private static final int GAP = 8;
  private static final int LINE = 17;

  private Gutter() {}

  /// Room for the longest label, at most two fifths of the figure.
  static int width(Graphics2D g, List<Drawn> series, int figureWidth) {
    double widest =
        labelled(series).stream()
            .mapToDouble(one -> Lettering.width(g, one.series().label() + " ↑", FONT))
            .max()
            .orElse(-SAMPLE - 2 * GAP);
    return Math.min((int) Math.ceil(widest) + SAMPLE + 2 * GAP, figureWidth * 2 / 5);
  }

  static void draw(Graphics2D g, Frame frame, List<Drawn> series, double bottom) {
    List<Drawn> sorted =
        labelled(series).stream()
            .sorted(Comparator.comparingDouble(one -> end(one, frame)))
            .toList();
    double[] wanted =
        sorted.stream()
            .mapToDouble(one -> Math.clamp(end(one, frame), frame.top(), frame.bottom()))
            .toArray();
    double[] placed = spread(wanted, frame.top(), bottom);
    for (int i = 0; i < placed.length; i++) label(g, frame, sorted.get(i), placed[i]);
  }

  /// Moves labels apart until each has a line of its own, none further than it must.
  ///
  /// @param wanted ascending. Not modified.
  static double[] spread(double[] wanted, double top, double bottom) {
    double[] placed = wanted.clone();
    for (int i = 1; i < placed.length; i++) {
      double overlap = placed[i - 1] + LINE - placed[i];
      if (overlap <= 0) continue;
      placed[i] += overlap / 2;
      double limit = placed[i] - LINE;
      for (int j = i - 1; j >= 0 && placed[j] > limit; j--, limit -= LINE) placed[j] = limit;
    }
    for (int i = 0; i < placed.length; i++) {
      placed[i] = Math.max(placed[i], i == 0 ? top : placed[i - 1] + LINE);
    }
    for (int i = placed.length - 1; i >= 0; i--) {
      placed[i] = Math.min(placed[i], i == placed.length - 1 ? bottom : placed[i + 1] - LINE);
    }
    return placed;
  }

  /// Boundaries and marks have their words in the picture, where the thing is.
  private static List<Drawn> labelled(List<Drawn> series) {
    return series.stream()
        .filter(one -> one.series().kind() != Series.Kind.BOUNDARY)
        .filter(one -> one.series().kind() != Series.Kind.MARK)
        .filter(one -> !one.series().label().isEmpty())
        .toList();
  }

  /// The height where a curve ends: the foot of the axis for one that has become exactly 0.
  private static double end(Drawn one, Frame frame) {
    int last = one.series().lastFinite();
    boolean zero = last < 0 || one.series().firstZero() > last;
    return zero ? frame.bottom() : frame.down(one.series().y()[last]);
  }

  private static void label(Graphics2D g, Frame frame, Drawn one, double middle) {
    double left = frame.right() + GAP;
    double end = end(one, frame);
    String side = end < frame.top() - 1 ? " ↑" : end > frame.bottom() + 1 ? " ↓" : "";
    g.setColor(one.colour());
    g.setStroke(one.stroke());
    if (one.marker() == null) {
      g.draw(new Line2D.Double(left, middle, left + SAMPLE - 6, middle));
    } else {
      one.marker().paint(g, left + (SAMPLE - 6) / 2.0, middle, 8);
    }
    String words = one.series().label() + side;
    Lettering.write(g, words, FONT, Palette.INK, left + SAMPLE, middle + 4);
  }
}
