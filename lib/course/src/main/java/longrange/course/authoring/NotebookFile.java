package longrange.course.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A notebook of format 4.5 without outputs, in the form in which Jupyter saves it.
final class NotebookFile {
  private static final Map<String, Object> KERNEL =
      Map.of("display_name", "Java (Longrange)", "language", "java", "name", "longrange");

  private final List<Object> cells = new ArrayList<>();

  NotebookFile markdown(String id, String text) {
    cells.add(
        Map.of("cell_type", "markdown", "id", id, "metadata", Map.of(), "source", lines(text)));
    return this;
  }

  NotebookFile code(String id, Map<String, Object> metadata, String source) {
    cells.add(
        Map.of(
            "cell_type",
            "code",
            "execution_count",
            Json.NULL,
            "id",
            id,
            "metadata",
            metadata,
            "outputs",
            List.of(),
            "source",
            lines(source)));
    return this;
  }

  /// The bytes of the file, as text.
  String json() {
    return Json.text(
            Map.of(
                "cells",
                cells,
                "metadata",
                Map.of("kernelspec", KERNEL, "language_info", Map.of("name", "java")),
                "nbformat",
                4,
                "nbformat_minor",
                5))
        + "\n";
  }

  /// Every line with its line break, but the last.
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>(text.lines().map(line -> line + "\n").toList());
    lines.add(lines.removeLast().stripTrailing());
    return lines;
  }
}
