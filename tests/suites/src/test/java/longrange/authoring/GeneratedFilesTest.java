package longrange.authoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import longrange.course.authoring.NormalForm;
import longrange.course.authoring.Regenerate;
import org.junit.jupiter.api.Test;

/// Skeletons and exercise notebooks are made from the contracts and the reference answers, and
/// every notebook is committed in one form.
class GeneratedFilesTest {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final String MEND =
      " Run: java lib/course/src/main/java/longrange/course/authoring/Regenerate.java";

  @Test
  void everyGeneratedFileIsFresh() throws IOException {
    SortedMap<String, String> files = Regenerate.files(ROOT);
    assertTrue(files.size() >= 6, "the generator finds the sources");
    for (var file : files.entrySet()) {
      Path path = ROOT.resolve(file.getKey());
      assertTrue(Files.exists(path), () -> file.getKey() + " is missing." + MEND);
      assertEquals(
          file.getValue(),
          Files.readString(path),
          () -> file.getKey() + " is not what its sources say." + MEND);
    }
  }

  @Test
  void everyCommittedNotebookIsInItsNormalForm() throws IOException {
    List<Path> notebooks = new ArrayList<>();
    for (String folder : List.of("notebooks", "exercises", "solutions")) {
      try (Stream<Path> all = Files.list(ROOT.resolve(folder))) {
        all.filter(path -> path.toString().endsWith(".ipynb")).forEach(notebooks::add);
      }
    }
    assertTrue(notebooks.size() >= 3, "the notebooks are found");
    for (Path notebook : notebooks) {
      String text = Files.readString(notebook);
      assertEquals(
          NormalForm.of(text),
          text,
          () -> notebook + " is not in normal form. Save it in: ./course lab --author");
    }
  }

  @Test
  void nothingElseStandsAmongTheGeneratedFiles() throws IOException {
    var found = new TreeSet<String>();
    for (String folder : List.of("exercises", "solutions")) {
      try (Stream<Path> all = Files.walk(ROOT.resolve(folder), 2)) {
        all.map(path -> ROOT.relativize(path).toString())
            .filter(path -> path.matches("(exercises|solutions)/(.*\\.ipynb|ch\\d\\d/.*)"))
            .forEach(found::add);
      }
    }
    assertEquals(new TreeSet<>(Regenerate.files(ROOT).keySet()), found);
  }
}
