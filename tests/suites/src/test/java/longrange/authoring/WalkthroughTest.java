package longrange.authoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every page of the course keeps to, as far as a program can see it.
class WalkthroughTest {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  /// "At most about fifteen": the blank line between two thoughts is not counted against them.
  private static final int LINES = 16;

  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^(#+) ");

  /// One cell.
  private record Cell(String id, boolean code, List<String> tags, String source) {}

  static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    for (String folder : List.of("notebooks", "exercises", "solutions")) {
      try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
        files.filter(file -> file.toString().endsWith(".ipynb")).forEach(pages::add);
      }
    }
    return pages;
  }

  private static List<Cell> cells(Path page) throws IOException {
    JsonNode cells = new ObjectMapper().readTree(page.toFile()).path("cells");
    return StreamSupport.stream(cells.spliterator(), false).map(WalkthroughTest::cell).toList();
  }

  private static Cell cell(JsonNode cell) {
    StringBuilder source = new StringBuilder();
    cell.path("source").forEach(line -> source.append(line.asText()));
    List<String> tags = new ArrayList<>();
    cell.at("/metadata/tags").forEach(tag -> tags.add(tag.asText()));
    boolean code = cell.path("cell_type").asText().equals("code");
    return new Cell(cell.path("id").asText(), code, tags, source.toString());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void whatSpeaksToTheInstructorIsTaggedSo(Path page) throws IOException {
    for (Cell cell : cells(page)) {
      assertEquals(
          cell.source().startsWith("**Instructor"),
          cell.tags().contains("instructor"),
          () -> page + ": cell " + cell.id());
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aCodeCellOfAWalkthroughIsShort(Path page) throws IOException {
    for (Cell cell : cells(page)) {
      long lines = cell.source().lines().filter(line -> !line.isBlank()).count();
      assertTrue(
          !cell.code() || !page.startsWith(ROOT.resolve("notebooks")) || lines <= LINES,
          () -> page + ": cell " + cell.id() + " has " + lines + " lines");
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void headingsAreInOrder(Path page) throws IOException {
    int before = 0;
    for (Cell cell : cells(page)) {
      for (MatchResult heading :
          cell.code()
              ? List.<MatchResult>of()
              : HEADING.matcher(cell.source()).results().toList()) {
        int level = heading.group(1).length();
        assertTrue(level <= before + 1, () -> page + ": a level is left out in cell " + cell.id());
        assertTrue(level > 1 || before == 0, () -> page + ": a second title in cell " + cell.id());
        before = level;
      }
    }
    assertTrue(before > 0, "there is a title");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksLeadSomewhere(Path page) throws IOException {
    for (Cell cell : cells(page)) {
      List<MatchResult> links =
          cell.code() ? List.of() : LINK.matcher(cell.source()).results().toList();
      for (MatchResult link : links) {
        Path target = page.resolveSibling(link.group(1)).normalize();
        assertTrue(Files.exists(target), () -> page + ": " + link.group(1) + " is not there");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyExerciseHasTwoHintsThatOpenByThemselves(Path page) throws IOException {
    for (Cell cell : cells(page)) {
      if (cell.id().endsWith("-hints")) {
        assertEquals(
            List.of("Hint 1", "Hint 2, when the first was not enough"),
            Pattern.compile("<details>\\s*<summary>(.*?)</summary>(?s:.*?)</details>")
                .matcher(cell.source())
                .results()
                .map(hint -> hint.group(1))
                .toList(),
            () -> page + ": cell " + cell.id());
      }
    }
  }
}
