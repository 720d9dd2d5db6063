package longrange.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What the student expected, kept until the kernel ends and never graded.
final class Predictions {
  /// The predictions of this session.
  static final Predictions SESSION = new Predictions();

  private static final double FACTOR_THAT_ASKS_FOR_DECADES = 3;

  private final Map<String, Double> values = new ConcurrentHashMap<>();

  View predict(String what, double value) {
    if (Double.isNaN(value)) {
      values.remove(what);
      return View.sentence(
          "No prediction yet for: %s. Put a number in place of UNKNOWN and run the cell."
              .formatted(what));
    }
    values.put(what, value);
    return View.sentence("Your prediction for %s: %s.".formatted(what, Numbers.plain(value)));
  }

  View measured(String what, double value) {
    Double predicted = values.get(what);
    if (predicted == null) return alone(what, Numbers.plain(value));
    if (!onLogScale(predicted, value)) return beside(what, predicted, value);
    return beside(what, Math.log10(predicted), Math.log10(value), true);
  }

  View measuredLog10(String what, double log10) {
    Double predicted = values.get(what);
    if (predicted == null) return alone(what, Numbers.tenTo(log10));
    if (predicted <= 0) return table(what, Numbers.plain(predicted), Numbers.tenTo(log10), null);
    return beside(what, Math.log10(predicted), log10, true);
  }

  private static boolean onLogScale(double predicted, double measured) {
    if (!(predicted > 0) || !(measured > 0)) return false;
    double ratio = predicted / measured;
    return ratio > FACTOR_THAT_ASKS_FOR_DECADES || ratio < 1 / FACTOR_THAT_ASKS_FOR_DECADES;
  }

  private static View alone(String what, String measured) {
    return View.sentence("%s: measured %s (no prediction).".formatted(what, measured));
  }

  private static View beside(String what, double predicted, double measured) {
    return beside(what, predicted, measured, false);
  }

  private static View beside(String what, double predicted, double measured, boolean decades) {
    Axis axis = new Axis(what, decades, Double.NaN, Double.NaN);
    String gap = decades ? gapInDecades(predicted - measured) : Numbers.plain(predicted - measured);
    View table = table(what, axis.say(predicted), axis.say(measured), gap);
    if (!Double.isFinite(predicted) || !Double.isFinite(measured)) return table;
    View strip = Strip.of(what, axis, predicted, measured);
    return new View(strip.html() + table.html(), table.text());
  }

  private static String gapInDecades(double decades) {
    if (!Double.isFinite(decades)) return "";
    String side = decades > 0 ? "too large" : "too small";
    double size = Math.abs(decades);
    if (size < 0.005) return "none";
    if (size < 2) return "a factor of %s %s".formatted(Numbers.plain(Math.pow(10, size)), side);
    return "%s orders of magnitude %s".formatted(Numbers.plain(Math.rint(size * 10) / 10), side);
  }

  private static View table(String what, String predicted, String measured, @Nullable String gap) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("your prediction", predicted));
    rows.add(List.of("measured", measured));
    if (gap != null && !gap.isEmpty()) rows.add(List.of("difference", gap));
    return TableView.of(what, List.of("", "value"), rows, rows.size());
  }
}
