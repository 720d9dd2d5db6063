package longrange.notebook;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/// Tables with a header row: Tablesaw's, and lists of records, one record a row.
final class TableView {
  private static final int ROWS = 50;

  private TableView() {}

  static View of(Table table) {
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < Math.min(ROWS, table.rowCount()); row++) {
      List<String> cells = new ArrayList<>();
      for (int column = 0; column < table.columnCount(); column++) {
        cells.add(cell(table.get(row, column)));
      }
      rows.add(cells);
    }
    String name = table.name() == null ? "" : table.name();
    return of(name, table.columnNames(), rows, table.rowCount());
  }

  /// Whether a list can stand as a table: records of one class.
  static boolean isRecords(List<?> list) {
    if (list.isEmpty() || !(list.get(0) instanceof Record first)) return false;
    return list.stream().allMatch(one -> one != null && one.getClass() == first.getClass());
  }

  static View ofRecords(List<?> records) {
    RecordComponent[] components = records.get(0).getClass().getRecordComponents();
    List<String> header = Arrays.stream(components).map(RecordComponent::getName).toList();
    List<List<String>> rows =
        records.stream().limit(ROWS).map(one -> cells((Record) one, components)).toList();
    return of("", header, rows, records.size());
  }

  static View of(String caption, List<String> header, List<List<String>> rows, int count) {
    String more = count > rows.size() ? "%d of %d rows".formatted(rows.size(), count) : "";
    String html = Html.table(caption, header, rows);
    if (!more.isEmpty()) html += "<p>" + more + "</p>";
    List<List<String>> lines = new ArrayList<>(List.of(header));
    lines.addAll(rows);
    String text = aligned(lines) + (more.isEmpty() ? "" : "\n" + more);
    return new View(html, caption.isEmpty() ? text : caption + "\n" + text);
  }

  private static List<String> cells(Record row, RecordComponent[] components) {
    return Arrays.stream(components).map(component -> cell(value(row, component))).toList();
  }

  private static @Nullable Object value(Record row, RecordComponent component) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(row);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return "(not readable: " + e.getClass().getSimpleName() + ")";
    }
  }

  private static String cell(@Nullable Object value) {
    return switch (value) {
      case Double number -> Numbers.plain(number);
      case Float number -> Numbers.plain(number);
      case double[] numbers ->
          Arrays.stream(numbers).mapToObj(Numbers::plain).collect(Collectors.joining(", "));
      case null -> "";
      default -> String.valueOf(value);
    };
  }

  private static String aligned(List<List<String>> lines) {
    int columns = lines.get(0).size();
    int[] widths = new int[columns];
    for (List<String> line : lines) {
      for (int i = 0; i < columns; i++) widths[i] = Math.max(widths[i], line.get(i).length());
    }
    return lines.stream().map(line -> padded(line, widths)).collect(Collectors.joining("\n"));
  }

  private static String padded(List<String> line, int[] widths) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < line.size(); i++) {
      String gap = i == line.size() - 1 ? "" : " ".repeat(widths[i] - line.get(i).length() + 2);
      text.append(line.get(i)).append(gap);
    }
    return text.toString();
  }
}
