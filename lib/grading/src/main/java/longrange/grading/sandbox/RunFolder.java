package longrange.grading.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/// The folder of one grading run: what answers' processes read, and their sockets.
///
/// The course may lie where only its owner can go. This folder lies where every user can, and
/// nobody but the grader can change or list it.
///
/// @param path the folder
record RunFolder(Path path) implements AutoCloseable {
  /// The longest path of a socket, by the kernel's `sun_path`.
  private static final int LONGEST = 100;

  static RunFolder make(Path jar, Path cache) throws IOException {
    // With the grader's number, so that whoever finds it can see whose it is.
    String name = "longrange-%d-".formatted(ProcessHandle.current().pid());
    RunFolder folder = new RunFolder(Files.createTempDirectory(name));
    Files.setPosixFilePermissions(folder.path, PosixFilePermissions.fromString("rwx--x--x"));
    copy(jar, folder.jar());
    if (Files.exists(cache)) {
      copy(cache, folder.cache());
    }
    return folder;
  }

  /// With its time: the start-up cache knows the jar by it.
  private static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
    Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("r--r--r--"));
    FileTime time = Files.getLastModifiedTime(from);
    Files.setLastModifiedTime(to, time);
  }

  Path jar() {
    return path.resolve("student.jar");
  }

  Path cache() {
    return path.resolve("student.aot");
  }

  Path socket(int n) {
    Path socket = path.resolve("s" + n);
    if (socket.toString().length() > LONGEST) {
      throw new IllegalStateException(
          "The folder for temporary files, %s, has too long a path: choose another with -Djava.io.tmpdir."
              .formatted(path.getParent()));
    }
    return socket;
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(path);
  }
}
