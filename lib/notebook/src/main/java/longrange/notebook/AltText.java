package longrange.notebook;

import java.util.StringJoiner;

/// Describes a figure from its data, for readers who do not see it.
final class AltText {
  private AltText() {}

  static String of(Figure figure) {
    Axis x = figure.xAxis();
    Axis y = figure.yAxis();
    StringJoiner text = new StringJoiner(" ");
    text.add(sentence(figure.title()));
    text.add(
        "Chart of %s%s against %s from %s to %s."
            .formatted(
                y.name(),
                y.decades() ? " on a log scale" : "",
                x.name(),
                x.say(x.low()),
                x.say(x.high())));
    for (Series series : figure.series()) text.add(describe(series, x, y));
    return text.toString();
  }

  private static String describe(Series series, Axis x, Axis y) {
    return switch (series.kind()) {
      case LEVEL -> "Level %s at %s.".formatted(series.label(), y.say(series.y()[0]));
      case BOUNDARY -> "Boundary %s at %s.".formatted(series.label(), x.say(series.x()[0]));
      case MARK ->
          "Marked: %s, at (%s, %s)."
              .formatted(series.label(), x.say(series.x()[0]), y.say(series.y()[0]));
      case LINE, FAINT, POINTS -> curve(series, x, y);
    };
  }

  private static String curve(Series series, Axis x, Axis y) {
    int last = series.lastFinite();
    int zero = series.firstZero();
    if (last < 0) {
      return zero < 0
          ? "%s: no values.".formatted(series.label())
          : "%s: exactly 0 everywhere.".formatted(series.label());
    }
    int first = 0;
    while (!Double.isFinite(series.y()[first])) first++;
    StringBuilder text = new StringBuilder(series.label()).append(": ");
    text.append(y.say(series.y()[first])).append(" at ").append(x.say(series.x()[first]));
    int peak = extreme(series, 1);
    int trough = extreme(series, -1);
    if (inside(peak, first, last)) text.append(turn("highest", series, peak, x, y));
    if (inside(trough, first, last)) text.append(turn("lowest", series, trough, x, y));
    if (last != first) {
      text.append(", ").append(y.say(series.y()[last])).append(" at ");
      text.append(x.say(series.x()[last]));
    }
    if (zero > last) text.append(", exactly 0 from ").append(x.say(series.x()[zero])).append(" on");
    return text.append('.').toString();
  }

  private static boolean inside(int place, int first, int last) {
    return place > first && place < last;
  }

  private static String turn(String word, Series series, int place, Axis x, Axis y) {
    return ", %s %s at %s".formatted(word, y.say(series.y()[place]), x.say(series.x()[place]));
  }

  private static int extreme(Series series, int sign) {
    int best = -1;
    for (int i = 0; i < series.y().length; i++) {
      double value = series.y()[i];
      if (!Double.isFinite(value)) continue;
      if (best < 0 || sign * value > sign * series.y()[best]) best = i;
    }
    return best;
  }

  private static String sentence(String text) {
    return text.endsWith(".") || text.endsWith("?") ? text : text + ".";
  }
}
