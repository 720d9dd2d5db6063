package longrange.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All that was measured beside a peer, as CSV, and as Markdown that is made from it.
///
/// A row takes the place of that of the same work, kernels, peer and machine, and all others stay:
/// a run of a few works, or one that is stopped, takes nothing away. So rows may be of different
/// runs; each names its own, and in Markdown only those of the same versions share a table.
final class Table {
  private static final Pattern COMMA = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

  /// The works of the comparison, as rows begin: their order is that of the table.
  private static final List<List<String>> ORDER = Against.works().map(Row::named).toList();

  private final Path csv;
  private final Path markdown;
  private final Map<List<String>, List<String>> rows = new LinkedHashMap<>(); // by their identity

  /// The table of this name in a folder, with the rows that it has. One with other columns, of
  /// another version of the course, is put aside.
  Table(Path folder, String name) throws IOException {
    csv = folder.resolve(name + ".csv");
    markdown = folder.resolve(name + ".md");
    if (!Files.exists(csv)) {
      return;
    }
    List<String> lines = Files.readAllLines(csv);
    if (lines.isEmpty() || !lines.getFirst().equals(line(Row.COLUMNS))) {
      Files.move(csv, folder.resolve(name + ".old.csv"), StandardCopyOption.REPLACE_EXISTING);
      return;
    }
    lines.stream().skip(1).map(Table::fields).forEach(this::put);
  }

  /// Puts a row where it belongs.
  ///
  /// @param fields of [Row#COLUMNS]
  void put(List<String> fields) {
    rows.put(fields.subList(0, Row.IDENTITY), fields);
  }

  /// Writes both files. Each is replaced at once: nobody finds a half.
  void write() throws IOException {
    List<List<String>> sorted =
        rows.values().stream().sorted(Comparator.comparingInt(Table::place)).toList();
    replace(csv, Stream.concat(Stream.of(Row.COLUMNS), sorted.stream()).map(Table::line));
    Collection<List<List<String>>> together =
        sorted.stream()
            .collect(Collectors.groupingBy(Row::heading, LinkedHashMap::new, Collectors.toList()))
            .values();
    replace(markdown, together.stream().flatMap(Table::shown));
  }

  private static int place(List<String> fields) {
    int place = ORDER.indexOf(fields.subList(0, ORDER.getFirst().size()));
    return place < 0 ? ORDER.size() : place;
  }

  private static Stream<String> shown(List<List<String>> rows) {
    return Stream.concat(
        Stream.of(Row.heading(rows.getFirst()) + "\n\n" + Row.MARKDOWN_HEAD),
        Stream.concat(rows.stream().map(Row::markdown), Stream.of("")));
  }

  private static void replace(Path file, Stream<String> lines) throws IOException {
    Path half = file.resolveSibling(file.getFileName() + ".half");
    Files.write(half, lines.toList());
    Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static List<String> fields(String line) {
    return Arrays.stream(COMMA.split(line, -1))
        .map(field -> field.startsWith("\"") ? field.substring(1, field.length() - 1) : field)
        .toList();
  }

  private static String line(List<String> fields) {
    return fields.stream()
        .map(field -> field.contains(",") ? '"' + field + '"' : field)
        .collect(Collectors.joining(","));
  }
}
