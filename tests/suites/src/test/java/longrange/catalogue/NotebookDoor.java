package longrange.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/// Hand-ins as notebooks, and a kernel, installed as Jupyter finds it, which runs many of them in
/// one session.
final class NotebookDoor {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern NUMBER = Pattern.compile("cell \\[(\\d+)]");

  private NotebookDoor() {}

  /// A cell to hand in, or one that only a notebook has.
  ///
  /// @param exercise the exercise it answers; empty for a cell that no metadata speaks of
  record Cell(String exercise, String source) {}

  /// Writes cells as a notebook.
  static Path write(Path file, List<Cell> cells) throws IOException {
    ObjectNode notebook = JSON.createObjectNode().put("nbformat", 4).put("nbformat_minor", 5);
    notebook.set("metadata", JSON.valueToTree(Map.of("kernelspec", Map.of("name", "longrange"))));
    ArrayNode all = notebook.putArray("cells");
    for (Cell cell : cells) {
      ObjectNode node = all.addObject().put("cell_type", "code").put("id", "cell-" + all.size());
      node.putNull("execution_count").putArray("outputs");
      ObjectNode metadata = node.put("source", cell.source()).putObject("metadata");
      if (!cell.exercise().isEmpty()) {
        metadata.putObject("longrange").put("exercise", cell.exercise()).put("role", "answer");
      }
    }
    return Files.writeString(file, notebook.toString());
  }

  /// Runs notebooks one after the other in one kernel.
  ///
  /// @param kernel the name by which Jupyter knows it
  /// @param environment what it needs to know
  /// @return for each, what its last cell shows at the end: the text of the last display, or of its
  ///   error. Cells are counted from each notebook's own first.
  static List<String> run(
      Path folder, List<List<Cell>> notebooks, String kernel, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path together =
        write(folder.resolve("all.ipynb"), notebooks.stream().flatMap(List::stream).toList());
    JsonNode cells = executed(together, kernel, environment);
    List<String> shown = new ArrayList<>();
    int before = 0;
    for (List<Cell> notebook : notebooks) {
      shown.add(renumbered(text(cells.get(before + notebook.size() - 1)), before));
      before += notebook.size();
    }
    return shown;
  }

  /// Runs a notebook's cells from the first to the last, whatever becomes of each.
  ///
  /// @return the cells with their outputs
  static JsonNode executed(Path notebook, String kernel, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path python = python();
    Path log = notebook.resolveSibling("log");
    var builder =
        new ProcessBuilder(
                python.toString(),
                "-m",
                "jupyter",
                "execute",
                "--allow-errors",
                "--inplace",
                "--timeout=60",
                "--kernel_name=" + kernel,
                notebook.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    Process jupyter = builder.start();
    Assertions.assertEquals(0, jupyter.waitFor(), () -> read(log));
    return JSON.readTree(notebook.toFile()).path("cells");
  }

  private static Path python() {
    String made = Marking.ROOT.resolve(".course/python/bin/python").toString();
    Path python = Path.of(System.getProperty("longrange.python", made));
    boolean there = Files.isExecutable(python);
    String otherwise = "there is no Python environment with the kernel: ./course test makes it";
    if ("true".equals(System.getenv("CI"))) {
      Assertions.assertTrue(there, otherwise);
    }
    Assumptions.assumeTrue(there, otherwise);
    return python;
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static String text(JsonNode cell) {
    String text = "nothing is shown by: " + joined(cell.path("source"));
    for (JsonNode output : cell.path("outputs")) {
      if (output.path("output_type").asText().equals("error")) {
        return output.path("evalue").asText();
      }
      if (output.path("data").has("text/plain")) {
        text = joined(output.path("data").path("text/plain"));
      }
    }
    return text;
  }

  private static String joined(JsonNode lines) {
    return lines.isTextual()
        ? lines.asText()
        : StreamSupport.stream(lines.spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.joining());
  }

  /// `cell [57]` of the session is `cell 2` of its notebook.
  private static String renumbered(String text, int before) {
    return NUMBER
        .matcher(text)
        .replaceAll(number -> "cell " + (Integer.parseInt(number.group(1)) - before));
  }
}
