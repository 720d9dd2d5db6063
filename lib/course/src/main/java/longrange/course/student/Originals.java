package longrange.course.student;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;

/// The files of the course that a student works in: walkthroughs, exercise notebooks, skeletons.
///
/// @param root the clone
public record Originals(Path root) {
  private static final List<PathMatcher> WORKED_IN =
      Stream.of("notebooks/*.ipynb", "exercises/*.ipynb", "exercises/ch*/*.java")
          .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
          .toList();

  /// Their paths, relative to the clone, in order.
  public List<Path> files() throws IOException {
    return Stream.concat(below("notebooks", 1).stream(), below("exercises", 2).stream()).toList();
  }

  private List<Path> below(String folder, int depth) throws IOException {
    Path start = root.resolve(folder);
    if (!Files.isDirectory(start)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(start, depth)) {
      return files
          .map(root::relativize)
          .filter(path -> WORKED_IN.stream().anyMatch(glob -> glob.matches(path)))
          .sorted()
          .toList();
    }
  }
}
