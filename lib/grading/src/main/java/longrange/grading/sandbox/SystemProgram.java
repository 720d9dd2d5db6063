package longrange.grading.sandbox;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// Programs of the system, by their names.
final class SystemProgram {
  private SystemProgram() {}

  /// Where a program is: in the system's own folders, else on the search path.
  static Optional<Path> find(String name) {
    return find(name, String.valueOf(System.getenv("PATH")));
  }

  /// The same with a search path. A relative entry of it is left out: what it means depends on the
  /// folder one stands in, and that may be anybody's.
  static Optional<Path> find(String name, String searchPath) {
    return Stream.concat(
            Stream.of("/usr/bin", "/bin", "/usr/sbin", "/sbin"),
            Stream.of(searchPath.split(File.pathSeparator, -1)))
        .filter(folder -> folder.startsWith("/"))
        .flatMap(folder -> path(folder, name).stream())
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  private static Optional<Path> path(String folder, String name) {
    try {
      return Optional.of(Path.of(folder, name));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
