package longrange.kernel.show;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A `double[][]` as a table of at most 20 by 12 entries, in text and HTML. Rows may be ragged or
/// null.
final class Matrix {
  private static final int MAX_ROWS = 20;
  private static final int MAX_COLUMNS = 12;

  private Matrix() {}

  static String text(double[] @Nullable [] rows) {
    List<List<String>> cells = cells(rows);
    int width = cells.stream().flatMap(List::stream).mapToInt(String::length).max().orElse(0);
    return shape(rows)
        + cells.stream()
            .map(row -> row.stream().map(c -> " ".repeat(width - c.length()) + c))
            .map(row -> row.collect(Collectors.joining("  ", "\n  ", "")))
            .collect(Collectors.joining());
  }

  static String html(double[] @Nullable [] rows) {
    String body =
        cells(rows).stream()
            .map(row ->
                row.stream()
                    .map(c -> "<td style=\"text-align:right\">" + c + "</td>")
                    .collect(Collectors.joining("", "<tr>", "</tr>")))
            .collect(Collectors.joining());
    return "<table><caption style=\"text-align:left\">"
        + shape(rows)
        + "</caption><tbody>"
        + body
        + "</tbody></table>";
  }

  private static String shape(double[] @Nullable [] rows) {
    int columns = rows[0] == null ? 0 : rows[0].length;
    for (double[] row : rows) {
      if (row == null || row.length != columns) {
        return "double[" + rows.length + "][], rows of different length";
      }
    }
    return "double[" + rows.length + "][" + columns + "]";
  }

  private static List<List<String>> cells(double[] @Nullable [] rows) {
    List<List<String>> cells = new ArrayList<>();
    for (int i = 0; i < Math.min(rows.length, MAX_ROWS); i++) {
      cells.add(row(rows[i]));
    }
    if (rows.length > MAX_ROWS) {
      cells.add(List.of("⋮"));
    }
    return cells;
  }

  private static List<String> row(double @Nullable [] row) {
    if (row == null) {
      return List.of("null");
    }
    List<String> cells = new ArrayList<>();
    for (int j = 0; j < Math.min(row.length, MAX_COLUMNS); j++) {
      cells.add(number(row[j]));
    }
    if (row.length > MAX_COLUMNS) {
      cells.add("…");
    }
    return cells;
  }

  /// Six significant digits, whole numbers without a fraction.
  private static String number(double x) {
    if (x == Math.rint(x) && Math.abs(x) < 1e7) {
      return String.format(Locale.ROOT, "%.0f", x);
    }
    double size = Math.abs(x);
    return size >= 1e-4 && size < 1e7
        ? String.format(Locale.ROOT, "%.6f", x)
        : String.format(Locale.ROOT, "%.5e", x);
  }
}
