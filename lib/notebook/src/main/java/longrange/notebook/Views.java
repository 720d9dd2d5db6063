package longrange.notebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import longrange.grading.Verdict;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.internal.chartpart.Chart;
import tech.tablesaw.api.Table;

/// The views of everything this library knows how to show.
final class Views {
  private static final int ROWS = 20;
  private static final int COLUMNS = 12;

  private Views() {}

  /// The view of any value; what has no view of its own is shown as text.
  static View of(@Nullable Object value) {
    return switch (value) {
      case null -> View.plain("null");
      case View view -> view;
      case Picture picture -> PictureView.of(picture);
      case Slider slider -> slider.view();
      case Verdict verdict -> VerdictView.of(verdict);
      case Chart<?, ?> chart -> PictureView.of(chart);
      case Table table -> TableView.of(table);
      case DMatrixRMaj matrix -> matrix(rows(matrix));
      case SimpleMatrix matrix -> of(matrix.getDDRM());
      case double[][] rows -> matrix(rows);
      case List<?> list when TableView.isRecords(list) -> TableView.ofRecords(list);
      case CharSequence words -> View.sentence(words.toString());
      default -> View.plain(String.valueOf(value));
    };
  }

  private static double[][] rows(DMatrixRMaj matrix) {
    double[][] rows = new double[matrix.numRows][matrix.numCols];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < matrix.numCols; j++) rows[i][j] = matrix.get(i, j);
    }
    return rows;
  }

  /// A matrix as a grid of numbers, the middle left out where it is large.
  private static View matrix(double[][] rows) {
    String size = size(rows);
    List<List<String>> cells = new ArrayList<>();
    for (int row : shown(rows.length, ROWS)) {
      cells.add(row < 0 ? List.of("⋮") : entries(rows[row]));
    }
    String text =
        cells.stream().map(line -> String.join("  ", line)).collect(Collectors.joining("\n"));
    return new View(Html.grid(size, cells), size + "\n" + text);
  }

  private static String size(double[][] rows) {
    var lengths = Arrays.stream(rows).mapToInt(row -> row.length).summaryStatistics();
    if (rows.length == 0) return "0 × 0";
    return lengths.getMin() == lengths.getMax()
        ? "%d × %d".formatted(rows.length, lengths.getMax())
        : "%d rows of %d to %d".formatted(rows.length, lengths.getMin(), lengths.getMax());
  }

  private static List<String> entries(double[] row) {
    return Arrays.stream(shown(row.length, COLUMNS))
        .mapToObj(column -> column < 0 ? "⋯" : Numbers.plain(row[column]))
        .toList();
  }

  /// The places to show of so many: all, or the first and the last with −1 between them.
  private static int[] shown(int count, int limit) {
    if (count <= limit) return IntStream.range(0, count).toArray();
    return IntStream.range(0, limit)
        .map(i -> i == limit - 2 ? -1 : i == limit - 1 ? count - 1 : i)
        .toArray();
  }
}
