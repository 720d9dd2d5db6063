package longrange.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/// A figure that makes one point, and says it in its title.
///
/// Built in one sentence, and shown by being the last value of a cell:
///
/// ```java
/// figure("The bound overshoots the true norm by 73 orders of magnitude")
///     .x("lag k (steps)")
///     .decades("norm ‖Wᵏ‖")
///     .line("bound σ₁ᵏ", 1, logBounds)
///     .line("true norm", 1, logNorms)
///     .caption("Notice where the two curves part.")
/// ```
///
/// Every method changes this figure and returns it.
public final class Figure implements Picture {
  private static final int SAMPLES = 240;

  private final String title;
  private final List<Series> series = new ArrayList<>();
  private final List<Readout> readouts = new ArrayList<>();
  private Axis x = Axis.linear("x");
  private Axis y = Axis.linear("y");
  private String caption = "";
  private String alt = "";
  private int width = 720;
  private int height = 400;
  private int gutter;

  private Figure(String title) {
    this.title = title;
  }

  /// Begins a figure.
  ///
  /// @param title the point of the figure, as a sentence
  public static Figure of(String title) {
    return new Figure(title);
  }

  /// Names the x-axis, with its unit.
  public Figure x(String name) {
    x = x.named(name, false);
    return this;
  }

  /// Fixes the x-axis, so that it stands still while a slider moves.
  public Figure x(String name, double from, double to) {
    x = x.named(name, false).range(from, to);
    return this;
  }

  /// Names the y-axis, with its unit.
  public Figure y(String name) {
    y = y.named(name, false);
    return this;
  }

  /// Fixes the y-axis. What lies outside is cut off, and its label says whether above or below.
  public Figure y(String name, double from, double to) {
    y = y.named(name, false).range(from, to);
    return this;
  }

  /// Names the y-axis and makes it count decades: every value given to this figure is the log10 of
  /// what the axis names. `Double.NEGATIVE_INFINITY` is an exact zero and is drawn as one.
  public Figure decades(String name) {
    y = y.named(name, true);
    return this;
  }

  /// An axis of decades from `10^from` to `10^to`.
  public Figure decades(String name, double from, double to) {
    y = y.named(name, true).range(from, to);
    return this;
  }

  /// A curve through the points.
  ///
  /// @param xs positions, n of them
  /// @param ys values, n of them. NaN is a gap.
  public Figure line(String label, double[] xs, double[] ys) {
    return add(Series.Kind.LINE, label, xs, ys);
  }

  /// A curve through values at `first`, `first + 1`, …
  public Figure line(String label, int first, double[] ys) {
    return line(label, from(first, ys.length), ys);
  }

  /// The curve of a function.
  public Figure line(String label, double from, double to, DoubleUnaryOperator function) {
    return sampled(Series.Kind.LINE, label, from, to, function);
  }

  /// A thin grey curve, there for comparison.
  public Figure faint(String label, double[] xs, double[] ys) {
    return add(Series.Kind.FAINT, label, xs, ys);
  }

  /// A thin grey curve through values at `first`, `first + 1`, …
  public Figure faint(String label, int first, double[] ys) {
    return faint(label, from(first, ys.length), ys);
  }

  /// The thin grey curve of a function.
  public Figure faint(String label, double from, double to, DoubleUnaryOperator function) {
    return sampled(Series.Kind.FAINT, label, from, to, function);
  }

  /// Measured values, not joined by a line.
  public Figure points(String label, double[] xs, double[] ys) {
    return add(Series.Kind.POINTS, label, xs, ys);
  }

  /// Measured values at `first`, `first + 1`, …, not joined by a line.
  public Figure points(String label, int first, double[] ys) {
    return points(label, from(first, ys.length), ys);
  }

  /// A horizontal line: a floor, a baseline, a limit.
  public Figure level(String label, double value) {
    return add(Series.Kind.LEVEL, label, new double[0], new double[] {value});
  }

  /// A vertical line: a boundary that matters.
  public Figure boundary(String label, double position) {
    return add(Series.Kind.BOUNDARY, label, new double[] {position}, new double[0]);
  }

  /// One point with a few words beside it.
  public Figure mark(String words, double position, double value) {
    return add(Series.Kind.MARK, words, new double[] {position}, new double[] {value});
  }

  /// Says under the figure what to notice.
  public Figure caption(String whatToNotice) {
    caption = whatToNotice;
    return this;
  }

  /// Replaces the description that is made from the data.
  public Figure alt(String description) {
    alt = description;
    return this;
  }

  /// A named value under the figure.
  public Figure readout(String name, double value) {
    readouts.add(new Readout(name, Numbers.plain(value), Double.toString(value)));
    return this;
  }

  /// A named value under the figure, in words, or made by {@link Notebook#tenTo}.
  public Figure readout(String name, String text) {
    readouts.add(new Readout(name, text, text));
    return this;
  }

  /// The size on the page, in pixels of a page. Drawn at twice that density.
  public Figure size(int pageWidth, int pageHeight) {
    if (pageWidth < 240 || pageHeight < 120) {
      throw new IllegalArgumentException(
          "a figure of %d by %d is too small to read: need 240 by 120"
              .formatted(pageWidth, pageHeight));
    }
    width = pageWidth;
    height = pageHeight;
    return this;
  }

  @Override
  public List<Figure> panels() {
    return List.of(this);
  }

  /// The figure as the bytes of a PNG, at twice its size on the page.
  public byte[] png() {
    return Png.encode(Plot.draw(this));
  }

  /// The description that stands in place of the picture for those who do not see it.
  public String alt() {
    return alt.isEmpty() ? AltText.of(this) : alt;
  }

  String title() {
    return title;
  }

  List<Series> series() {
    return series;
  }

  List<Readout> readouts() {
    return readouts;
  }

  Axis xAxis() {
    return x.over(Extent.low(series, true), Extent.high(series, true));
  }

  Axis yAxis() {
    return y.over(Extent.low(series, false), Extent.high(series, false));
  }

  String caption() {
    return caption;
  }

  /// The room that the labels at the right need.
  int labelRoom() {
    return Math.max(gutter, Plot.labelRoom(this));
  }

  /// Keeps at least so much room for labels, so that the axes of a slider's frames stand still.
  void labelRoom(int pixels) {
    gutter = pixels;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  private Figure sampled(
      Series.Kind kind, String label, double from, double to, DoubleUnaryOperator function) {
    double[] xs = new double[SAMPLES + 1];
    double[] ys = new double[SAMPLES + 1];
    for (int i = 0; i <= SAMPLES; i++) {
      xs[i] = from + (to - from) * i / SAMPLES;
      ys[i] = function.applyAsDouble(xs[i]);
    }
    return add(kind, label, xs, ys);
  }

  private Figure add(Series.Kind kind, String label, double[] xs, double[] ys) {
    boolean both = kind != Series.Kind.LEVEL && kind != Series.Kind.BOUNDARY;
    if (both && xs.length != ys.length) {
      throw new IllegalArgumentException(
          "\"%s\" has %d positions but %d values: need as many values as positions"
              .formatted(label, xs.length, ys.length));
    }
    series.add(new Series(kind, label, xs.clone(), ys.clone()));
    return this;
  }

  private static double[] from(int first, int count) {
    return IntStream.range(first, first + count).asDoubleStream().toArray();
  }
}
