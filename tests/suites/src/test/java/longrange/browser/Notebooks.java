package longrange.browser;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Small notebooks for tests, as files.
final class Notebooks {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Notebooks() {}

  /// A notebook of the course's kernel.
  ///
  /// @param sources one code cell each
  static String of(String... sources) {
    ObjectNode notebook = empty();
    for (String source : sources) {
      cell(notebook, "code", source).putNull("execution_count").putArray("outputs");
    }
    return notebook.toString();
  }

  /// A notebook of one Markdown cell.
  static String withText(String markdown) {
    ObjectNode notebook = empty();
    cell(notebook, "markdown", markdown);
    return notebook.toString();
  }

  private static ObjectNode cell(ObjectNode notebook, String type, String source) {
    ArrayNode cells = notebook.withArray("cells");
    ObjectNode cell = cells.addObject().put("cell_type", type).put("id", "cell-" + cells.size());
    cell.put("source", source).putObject("metadata");
    return cell;
  }

  private static ObjectNode empty() {
    ObjectNode notebook = JSON.createObjectNode().put("nbformat", 4).put("nbformat_minor", 5);
    notebook.putArray("cells");
    notebook
        .putObject("metadata")
        .putObject("kernelspec")
        .put("name", "longrange")
        .put("display_name", "Java (Longrange)")
        .put("language", "java");
    return notebook;
  }
}
