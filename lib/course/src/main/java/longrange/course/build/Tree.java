package longrange.course.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// Where things lie. What the course makes is under `.course`, what the student writes under
/// `mine`; everything else is only read.
///
/// @param root the folder of the clone
public record Tree(Path root) {
  /// Where a student's bundle has its jars.
  public static final String BUNDLED_JARS = "lib/jars";

  /// Where a student's bundle has the Python files.
  public static final String BUNDLED_SCRIPTS = "lib/python";

  /// The tree that the launcher named.
  public static Tree ofLauncher() {
    String root = System.getProperty("longrange.root");
    if (root == null) {
      throw new IllegalStateException("longrange.root is not set: start the course with ./course");
    }
    return new Tree(Path.of(root).toAbsolutePath());
  }

  /// Everything that can be made again.
  public Path made() {
    return root.resolve(".course");
  }

  /// What the student writes.
  public Path mine() {
    return root.resolve("mine");
  }

  /// The output of a tool that was run.
  public Path log(String tool) {
    return made().resolve("logs").resolve(tool + ".log");
  }

  /// Whether this is a student's bundle: it has jars in place of their sources.
  public boolean isBundle() {
    return has(BUNDLED_JARS);
  }

  /// The jars of the course and all they need.
  public Path jars() {
    return isBundle() ? root.resolve(BUNDLED_JARS) : made().resolve("jars");
  }

  /// The start-up cache of the kernel, or of the command.
  public Path cache(String name) {
    return made().resolve("cache").resolve(name + ".aot");
  }

  /// The arguments with which the launcher starts Java.
  public Path launchArguments() {
    return made().resolve("launch.args");
  }

  /// The stamp of the last build. Its time is the start of that build.
  public Path built() {
    return made().resolve("built");
  }

  /// The Python files of this command.
  public Path scripts() {
    return root.resolve(isBundle() ? BUNDLED_SCRIPTS : "lib/course/src/main/python");
  }

  /// A path as a user reads it: relative to the clone where it lies inside.
  public String shown(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    return absolute.startsWith(root) ? root.relativize(absolute).toString() : absolute.toString();
  }

  /// Whether less is left on the disk than this.
  public boolean hasLessThan(long bytes) {
    try {
      return Files.getFileStore(root).getUsableSpace() < bytes
          || Files.getFileStore(made()).getUsableSpace() < bytes;
    } catch (IOException e) {
      return false;
    }
  }

  /// Deletes a folder of the course's own making, and all in it.
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /// Whether this clone holds a folder or file.
  public boolean has(String relative) {
    return Files.exists(root.resolve(relative));
  }
}
