package longrange.course.student;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Where the student has written an answer to one exercise: in the notebook, in the skeleton, in a
/// second copy of either.
///
/// @param chosen the file to check: of those that differ from the original, the one changed last;
///   where none does, the skeleton
/// @param others further files with an answer
public record Attempts(Optional<Path> chosen, List<Path> others) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public Attempts {
    others = List.copyOf(others);
  }

  /// Looks for them.
  ///
  /// @param id the exercise's number: `3.1`
  /// @param answer the name of the answer's class: `MyJacobianProduct`
  public static Attempts at(Mine mine, String id, String answer) throws IOException {
    List<Path> touched = new ArrayList<>();
    Optional<Path> untouched = Optional.empty();
    for (Path original : new Originals(mine.root()).files()) {
      if (!isAbout(original, id, answer)) {
        continue;
      }
      String asGiven = text(mine.root().resolve(original), id);
      for (Path copy : mine.copies(original)) {
        if (!text(copy, id).equals(asGiven)) {
          touched.add(copy);
        } else if (untouched.isEmpty() || isSkeleton(copy)) {
          untouched = Optional.of(copy);
        }
      }
    }
    touched.sort(Comparator.comparing(Attempts::changed).reversed());
    return touched.isEmpty()
        ? new Attempts(untouched, List.of())
        : new Attempts(Optional.of(touched.getFirst()), touched.subList(1, touched.size()));
  }

  private static boolean isAbout(Path original, String id, String answer) {
    if (!original.startsWith("exercises")) {
      return false;
    }
    String name = original.getFileName().toString();
    int chapter = Integer.parseInt(id.substring(0, id.indexOf('.')));
    return isSkeleton(original)
        ? name.equals(answer + ".java")
        : name.startsWith("%02d-".formatted(chapter));
  }

  private static boolean isSkeleton(Path file) {
    return file.toString().endsWith(".java");
  }

  private static FileTime changed(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What a student changes to answer: a skeleton's text, a notebook's answer cells.
  private static String text(Path file, String id) throws IOException {
    String content = Files.readString(file);
    if (isSkeleton(file)) {
      return content;
    }
    StringBuilder answers = new StringBuilder();
    try {
      for (JsonNode cell : JSON.readTree(content).path("cells")) {
        if (cell.at("/metadata/longrange/exercise").asText().equals(id)) {
          answers.append(source(cell)).append('\n');
        }
      }
    } catch (JacksonException e) {
      // Not a notebook any more: whoever checks it says so better.
      return content;
    }
    return answers.toString();
  }

  /// A cell's source is one text or a list of lines; both are in use.
  private static String source(JsonNode cell) {
    JsonNode source = cell.path("source");
    if (!source.isArray()) {
      return source.asText();
    }
    StringBuilder lines = new StringBuilder();
    source.forEach(line -> lines.append(line.asText()));
    return lines.toString();
  }
}
