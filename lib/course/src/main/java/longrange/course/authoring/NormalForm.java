package longrange.course.authoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The one form in which a notebook is committed, so that a difference in git is a difference in
/// the text.
///
/// No outputs, no execution counts, nothing of how it looked on somebody's screen; the course's
/// kernel; keys sorted, one blank per level, as Jupyter saves. The cells' ids, tags and other
/// metadata stay.
public final class NormalForm {
  private static final Map<String, Object> METADATA =
      Map.of(
          "kernelspec",
          Map.of("display_name", "Java (Longrange)", "language", "java", "name", "longrange"),
          "language_info",
          Map.of("name", "java"));

  /// What Jupyter keeps of one person's session with a cell.
  private static final Set<String> OF_A_SESSION =
      Set.of("collapsed", "execution", "ExecuteTime", "scrolled", "trusted");

  private NormalForm() {}

  /// The normal form of a notebook's file.
  ///
  /// @throws IllegalArgumentException in one sentence, when it is no notebook of format 4.5
  public static String of(String notebookJson) {
    if (!(JsonText.read(notebookJson) instanceof Map<?, ?> notebook)
        || !(notebook.get("cells") instanceof List<?> cells)) {
      throw new IllegalArgumentException("This is no notebook of format 4: it has no cells.");
    }
    return of(cells);
  }

  /// The normal form of a notebook with these cells.
  static String of(List<?> cells) {
    List<Object> normal = new ArrayList<>();
    for (Object cell : cells) {
      if (!(cell instanceof Map<?, ?> map && map.get("id") instanceof String)) {
        throw new IllegalArgumentException(
            "Cell %d has no id: save the notebook in JupyterLab 4 once."
                .formatted(normal.size() + 1));
      }
      normal.add(cell(map));
    }
    Map<String, Object> notebook =
        Map.of("cells", normal, "metadata", METADATA, "nbformat", 4, "nbformat_minor", 5);
    return Json.text(notebook) + "\n";
  }

  private static Map<String, Object> cell(Map<?, ?> cell) {
    Map<String, Object> normal = new LinkedHashMap<>();
    cell.forEach((key, value) -> normal.put((String) key, value));
    normal.put("metadata", metadata(normal.getOrDefault("metadata", Map.of())));
    normal.put("source", source(normal.getOrDefault("source", "")));
    if ("code".equals(normal.get("cell_type"))) {
      normal.put("execution_count", Json.NULL);
      normal.put("outputs", List.of());
    }
    return normal;
  }

  private static Map<String, Object> metadata(Object metadata) {
    Map<String, Object> normal = new LinkedHashMap<>();
    if (metadata instanceof Map<?, ?> map) {
      map.forEach((key, value) -> normal.put((String) key, value));
    }
    normal.keySet().removeAll(OF_A_SESSION);
    return normal;
  }

  /// Every line with its line break, but the last. A file may hold one string, or its parts.
  private static List<String> source(Object source) {
    StringBuilder whole = new StringBuilder();
    if (source instanceof List<?> parts) {
      parts.forEach(whole::append);
    } else {
      whole.append(source);
    }
    String text = whole.toString().stripTrailing();
    List<String> lines = new ArrayList<>(text.lines().map(line -> line + "\n").toList());
    if (!lines.isEmpty()) {
      lines.add(lines.removeLast().stripTrailing());
    }
    return lines;
  }
}
