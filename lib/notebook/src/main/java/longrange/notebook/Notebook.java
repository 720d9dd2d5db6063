package longrange.notebook;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import longrange.training.History;
import longrange.training.RunConfig;
import org.jspecify.annotations.Nullable;

/// What a cell calls by name. Every function here is imported into the notebook.
public final class Notebook {
  /// Stands where a prediction is to be typed.
  // Not a constant of the compiler's, which would leave no trace in an answer that uses it.
  public static final double UNKNOWN = Double.valueOf(Double.NaN);

  private Notebook() {}

  /// Shows values one below the other: figures, tables, matrices, lists of records, words.
  public static void show(@Nullable Object... values) {
    for (Object value : values) Screen.show(Views.of(value));
  }

  /// Begins a figure. See {@link Figure}.
  ///
  /// @param title the point of the figure, as a sentence
  public static Figure figure(String title) {
    return Figure.of(title);
  }

  /// Figures side by side.
  public static Row row(Figure... figures) {
    return new Row(List.of(figures));
  }

  /// A figure with one control, drawn beforehand at every position.
  ///
  /// @param label what the control changes, with its unit
  /// @param positions some tens. Not modified.
  /// @param figure the picture at a position
  public static Slider slider(
      String label, double[] positions, DoubleFunction<? extends Picture> figure) {
    return new Slider(label, positions, figure);
  }

  /// Evenly spaced positions, both ends included, free of rounding noise: `steps(0.5, 1.1, 0.05)`.
  public static double[] steps(double from, double to, double step) {
    return Steps.of(from, to, step);
  }

  /// A figure that changes while a cell runs.
  public static Live live(Picture first) {
    return new Live(first);
  }

  /// A bar with the time left, for work of a known number of steps.
  public static Progress progress(String label, int total) {
    return new Progress(label, total);
  }

  /// Trains a model while its loss moves against the loss without memory; can be interrupted.
  public static History train(RunConfig config) {
    return Training.run(config, Double.NaN);
  }

  /// The same, with the loss at which the task counts as solved.
  public static History train(RunConfig config, double solved) {
    return Training.run(config, solved);
  }

  /// Writes down what the student expects, before anything runs.
  ///
  /// @param what the quantity, the same words as in `measured`
  /// @param value the student's number, or `UNKNOWN`
  public static void predict(String what, double value) {
    Screen.show(Predictions.SESSION.predict(what, value));
  }

  /// Shows a measured value beside the prediction.
  public static void measured(String what, double value) {
    Screen.show(Predictions.SESSION.measured(what, value));
  }

  /// Shows a measured value beside the prediction, where the value may lie outside a double's
  /// range.
  ///
  /// @param log10 the logarithm of the value
  public static void measuredLog10(String what, double log10) {
    Screen.show(Predictions.SESSION.measuredLog10(what, log10));
  }

  /// Holds a sentence of the text against what was computed. Fails the cell where it does not hold.
  public static void claim(boolean holds, String sentence) {
    Screen.show(Claims.check(holds, sentence));
  }

  /// Holds a number of the text against a computed one, and prints both.
  ///
  /// @param tolerance how far they may differ: half a unit of the last digit in the text
  public static void claim(String what, double computed, double inText, double tolerance) {
    Screen.show(Claims.check(what, computed, inText, tolerance));
  }

  /// Checks an answer with the visible tests of its exercise and shows the verdict: `check(new
  /// MySpectralNorm())`.
  public static void check(@Nullable Object answer) {
    Check.run(answer);
  }

  /// `full`, or `quick` where `LONGRANGE_BUDGET=quick` asks for short runs, as tests do.
  public static int budget(int full, int quick) {
    return "quick".equals(System.getenv("LONGRANGE_BUDGET")) ? quick : full;
  }

  /// Ten to a power, in words, far outside the range of a double too: `3.98·10⁻³²¹`.
  public static String tenTo(double log10) {
    return Numbers.tenTo(log10);
  }

  /// The logarithms of values, for an axis of decades. Zero becomes minus infinity.
  ///
  /// @param values not negative. Not modified.
  public static double[] log10(double[] values) {
    return Arrays.stream(values).map(Math::log10).toArray();
  }
}
