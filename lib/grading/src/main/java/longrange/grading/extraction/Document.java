package longrange.grading.extraction;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A student's file as cells of source text, read within limits and without running anything.
///
/// @param cells in their order
record Document(List<Cell> cells) {
  /// A notebook full of pictures has a few megabytes; more is no notebook.
  private static final long MAX_BYTES = 20_000_000;

  /// Jupyter's own format is eight deep, and outputs of widgets a little deeper.
  private static final int MAX_DEPTH = 64;

  /// Comments and blanks, then the package that the file calls its own.
  private static final Pattern PACKAGE =
      Pattern.compile("\\A((?:\\s|//[^\\n]*\\n|/\\*(?s:.*?)\\*/)*+)(package\\s+[\\w.]+\\s*;)");

  /// Packages in which nobody's answer stands by accident.
  private static final Pattern OTHERS =
      Pattern.compile(
          "package\\s+((?:javax?|jdk|sun|longrange|org\\.junit|org\\.opentest4j)\\b[\\w.]*)");

  /// More code than a chapter's answers have by far. What follows would take too long with it.
  private static final int MAX_CODE = 500_000;

  private static final int MAX_CELLS = 500;

  Document {
    cells = List.copyOf(cells);
  }

  /// Reads a notebook, or a Java file when the name ends in `.java`.
  static Document read(Path file) throws UnreadableFile {
    String name = String.valueOf(file.getFileName());
    byte[] bytes = bytes(file, name);
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".java")) {
      return measured(java(text(bytes, name), name), name);
    }
    if (lower.endsWith(".ipynb")) {
      return measured(notebook(text(bytes, name), name), name);
    }
    throw new UnreadableFile(
        name + " is neither a notebook (.ipynb) nor a Java file (.java): give one of these.");
  }

  private static Document measured(Document document, String name) throws UnreadableFile {
    if (document.cells.stream().filter(Cell::code).count() > MAX_CELLS) {
      throw new UnreadableFile(
          "%s has more than %d code cells: hand in the answers alone.".formatted(name, MAX_CELLS));
    }
    if (document.cells.stream().mapToInt(cell -> cell.source().length()).sum() > MAX_CODE) {
      throw new UnreadableFile(
          "%s has more than %d kB of text: hand in the answers alone."
              .formatted(name, MAX_CODE / 1000));
    }
    return document;
  }

  private static byte[] bytes(Path file, String name) throws UnreadableFile {
    try {
      if (!Files.isRegularFile(file)) {
        throw new UnreadableFile("There is no file " + file + ".");
      }
      if (Files.size(file) > MAX_BYTES) {
        throw new UnreadableFile(
            name + " has more than 20 MB: clear the outputs of the notebook and save it again.");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UnreadableFile(name + " cannot be read: " + e.getMessage());
    }
  }

  private static String text(byte[] bytes, String name) throws UnreadableFile {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new UnreadableFile(name + " is not UTF-8: save it in that encoding.");
    }
  }

  /// A Java file is one cell. It may name a package of its own: an answer has none, so the name is
  /// blanked.
  private static Document java(String text, String name) throws UnreadableFile {
    String source = lines(text);
    Matcher named = PACKAGE.matcher(source);
    if (named.find()) {
      Matcher others = OTHERS.matcher(named.group(2));
      if (others.lookingAt()) {
        throw new UnreadableFile(
            "%s says that it is in the package %s, which is not yours: delete that line."
                .formatted(name, others.group(1)));
      }
      String blank = named.group(2).replaceAll("[^\\n]", " ");
      source = named.group(1) + blank + source.substring(named.end());
    }
    return new Document(List.of(new Cell(0, true, "", "", source)));
  }

  private static Document notebook(String text, String name) throws UnreadableFile {
    StreamReadConstraints limits =
        StreamReadConstraints.builder()
            .maxNestingDepth(MAX_DEPTH)
            .maxStringLength((int) MAX_BYTES)
            .build();
    ObjectMapper json =
        new ObjectMapper(JsonFactory.builder().streamReadConstraints(limits).build());
    if (text.isBlank()) {
      throw new UnreadableFile(name + " is empty: hand the notebook in again.");
    }
    JsonNode root;
    try {
      root = json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UnreadableFile(name + " is no notebook: its JSON is damaged or nested too deeply.");
    }
    if (root.path("nbformat").asInt() != 4 || !root.path("cells").isArray()) {
      throw new UnreadableFile(
          name + " is no notebook of format 4: open it in JupyterLab and save it again.");
    }
    List<Cell> cells = new ArrayList<>();
    int count = 0;
    for (JsonNode cell : root.path("cells")) {
      boolean code = cell.path("cell_type").asText().equals("code");
      cells.add(cell(cell, code, code ? ++count : 0));
    }
    return new Document(cells);
  }

  private static Cell cell(JsonNode cell, boolean code, int number) {
    JsonNode ours = cell.path("metadata").path("longrange");
    JsonNode source = cell.path("source");
    StringBuilder text = new StringBuilder(source.asText());
    source.forEach(part -> text.append(part.asText()));
    return new Cell(
        number,
        code,
        ours.path("exercise").asText(),
        ours.path("role").asText(),
        lines(text.toString()));
  }

  private static String lines(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }
}
