package longrange.course.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A notebook of format 4.5 in the making.
final class NotebookFile {
  private final List<Object> cells = new ArrayList<>();

  NotebookFile markdown(String id, String text) {
    cells.add(Map.of("cell_type", "markdown", "id", id, "metadata", Map.of(), "source", text));
    return this;
  }

  NotebookFile code(String id, Map<String, Object> metadata, String source) {
    cells.add(Map.of("cell_type", "code", "id", id, "metadata", metadata, "source", source));
    return this;
  }

  /// The text of the file.
  String json() {
    return NormalForm.of(cells);
  }
}
