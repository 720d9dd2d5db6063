package longrange.classroom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The forms in which a student's four answers arrive.
enum Form {
  /// The exercise notebook as it was given out, filled in.
  NOTEBOOK {
    @Override
    void write(Path folder, String student, List<Planted> answers) throws IOException {
      Files.write(folder.resolve(student + ".ipynb"), bytes(notebook(answers)));
    }
  },
  /// Downloaded twice.
  RENAMED {
    @Override
    void write(Path folder, String student, List<Planted> answers) throws IOException {
      Files.write(folder.resolve(student + " (1).ipynb"), bytes(notebook(answers)));
    }
  },
  /// Through a tool that drops the cells' metadata, says another kernel and reverses the cells.
  STRIPPED {
    @Override
    void write(Path folder, String student, List<Planted> answers) throws IOException {
      ObjectNode notebook = notebook(answers);
      ArrayNode cells = (ArrayNode) notebook.get("cells");
      ArrayNode reversed = JSON.createArrayNode();
      for (int i = cells.size() - 1; i >= 0; i--) {
        reversed.add(((ObjectNode) cells.get(i)).set("metadata", JSON.createObjectNode()));
      }
      notebook.set("cells", reversed);
      notebook.putObject("metadata").putObject("kernelspec").put("name", "python3");
      Files.write(
          Files.createDirectories(folder.resolve(student)).resolve("w.ipynb"), bytes(notebook));
    }
  },
  /// With cells, imports and outputs of the student's own.
  FURNISHED {
    @Override
    void write(Path folder, String student, List<Planted> answers) throws IOException {
      ObjectNode notebook = notebook(answers);
      ArrayNode cells = (ArrayNode) notebook.get("cells");
      ObjectNode imports = code("import java.util.function.*;\nimport org.nowhere.Thing;\n%time 1");
      imports
          .putArray("outputs")
          .addObject()
          .put("output_type", "stream")
          .put("name", "stdout")
          .put("text", "x".repeat(2_000_000));
      cells.insert(0, imports);
      cells.add(code("int broken = ;"));
      Files.write(folder.resolve(student + ".ipynb"), bytes(notebook));
    }
  },
  /// With the method `times` in a cell of its own.
  HELPERS {
    @Override
    void write(Path folder, String student, List<Planted> answers) throws IOException {
      ObjectNode notebook = notebook(answers);
      ArrayNode cells = (ArrayNode) notebook.get("cells");
      for (JsonNode cell : cells) {
        String source = cell.path("source").asText();
        int helper = source.indexOf("  double[][] times(");
        if (cell.path("metadata").path("longrange").path("role").asText().equals("answer")
            && helper > 0) {
          ((ObjectNode) cell).put("source", source.substring(0, helper) + "}\n");
          cells.add(code(source.substring(helper, source.lastIndexOf('}'))));
          break;
        }
      }
      Files.write(folder.resolve(student + ".ipynb"), bytes(notebook));
    }
  },
  /// A folder of Java files, one of which names a package.
  JAVA {
    @Override
    void write(Path folder, String student, List<Planted> answers) throws IOException {
      Path own = Files.createDirectories(folder.resolve(student));
      for (Map.Entry<String, String> file : files(answers).entrySet()) {
        Files.writeString(own.resolve(file.getKey()), "package homework;\n\n" + file.getValue());
      }
    }
  },
  /// The same, packed.
  ZIP {
    @Override
    void write(Path folder, String student, List<Planted> answers) throws IOException {
      Map<String, byte[]> entries = new TreeMap<>();
      files(answers)
          .forEach((name, text) ->
              entries.put("homework/" + name, text.getBytes(StandardCharsets.UTF_8)));
      zip(folder.resolve(student + ".zip"), entries);
    }
  },
  /// The notebook, packed by a Mac.
  ZIPPED_NOTEBOOK {
    @Override
    void write(Path folder, String student, List<Planted> answers) throws IOException {
      byte[] notebook = bytes(notebook(answers));
      zip(
          folder.resolve(student + ".zip"),
          Map.of("homework/03.ipynb", notebook, "__MACOSX/homework/._03.ipynb", new byte[200]));
    }
  };

  private static final ObjectMapper JSON = new ObjectMapper();

  /// Hands it in.
  abstract void write(Path folder, String student, List<Planted> answers) throws IOException;

  /// The exercise notebook of chapter 3 with these answers; a blank one is left as it was given.
  static ObjectNode notebook(List<Planted> answers) throws IOException {
    ObjectNode notebook =
        (ObjectNode) JSON.readTree(root().resolve("exercises/03-exercises.ipynb").toFile());
    for (JsonNode cell : notebook.get("cells")) {
      JsonNode ours = cell.path("metadata").path("longrange");
      for (Planted answer : answers) {
        if (ours.path("role").asText().equals("answer")
            && ours.path("exercise").asText().equals(answer.exercise())
            && !answer.source().isEmpty()) {
          ((ObjectNode) cell).put("source", answer.source());
        }
      }
    }
    return notebook;
  }

  /// Java files of the answers; a blank one is the skeleton.
  private static Map<String, String> files(List<Planted> answers) throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (Planted answer : answers) {
      String name = answer.className() + ".java";
      files.put(
          name,
          answer.source().isEmpty()
              ? Files.readString(root().resolve("exercises/ch03").resolve(name))
              : answer.source());
    }
    return files;
  }

  private static ObjectNode code(String source) {
    ObjectNode cell = JSON.createObjectNode();
    cell.put("cell_type", "code").put("source", source).putNull("execution_count");
    cell.putObject("metadata");
    cell.putArray("outputs");
    return cell;
  }

  static byte[] bytes(JsonNode notebook) throws IOException {
    return JSON.writeValueAsBytes(notebook);
  }

  static void zip(Path file, Map<String, byte[]> entries) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
  }

  /// The clone's folder.
  static Path root() {
    return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
        .filter(folder -> Files.isRegularFile(folder.resolve("course")))
        .findFirst()
        .orElseThrow();
  }
}
