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
    ObjectNode notebook = JSON.createObjectNode().put("nbformat", 4).put("nbformat_minor", 5);
    ArrayNode cells = notebook.putArray("cells");
    for (int i = 0; i < sources.length; i++) {
      ObjectNode cell = cells.addObject().put("cell_type", "code").put("id", "cell-" + i);
      cell.put("source", sources[i]).putNull("execution_count").putArray("outputs");
      cell.putObject("metadata");
    }
    notebook
        .putObject("metadata")
        .putObject("kernelspec")
        .put("name", "longrange")
        .put("display_name", "Java (Longrange)")
        .put("language", "java");
    return notebook.toString();
  }
}
