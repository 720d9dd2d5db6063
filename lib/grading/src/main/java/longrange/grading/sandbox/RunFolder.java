package longrange.grading.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  private static final Pattern NAME = Pattern.compile("longrange-(\\d{1,9})-\\d+");

  static RunFolder make(Path jar, Path cache) throws IOException {
    Path all = Path.of(System.getProperty("java.io.tmpdir"));
    sweep(all);
    String name = "longrange-%d-".formatted(ProcessHandle.current().pid());
    RunFolder folder = new RunFolder(Files.createTempDirectory(all, name));
    Files.setPosixFilePermissions(folder.path, PosixFilePermissions.fromString("rwx--x--x"));
    copy(jar, folder.jar());
    if (Files.exists(cache)) {
      copy(cache, folder.cache());
    }
    return folder;
  }

  /// Deletes what graders have left that were killed: a folder bears its grader's number.
  private static void sweep(Path all) throws IOException {
    try (Stream<Path> entries = Files.list(all)) {
      for (Path entry : entries.toList()) {
        Matcher name = NAME.matcher(entry.getFileName().toString());
        if (name.matches() && isMine(entry) && isOver(Long.parseLong(name.group(1)))) {
          new RunFolder(entry).close();
        }
      }
    }
  }

  private static boolean isMine(Path folder) throws IOException {
    String user = System.getProperty("user.name");
    return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
        && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).getName().equals(user);
  }

  private static boolean isOver(long grader) {
    return ProcessHandle.of(grader).isEmpty();
  }

  /// With its time: the start-up cache knows the jar by it.
  private static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
    Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("r--r--r--"));
    FileTime time = Files.getLastModifiedTime(from);
    Files.setLastModifiedTime(to, time);
  }

  Path jar() {
    return path.resolve(StudentJar.NAME);
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
    if (!Files.exists(path)) {
      return;
    }
    // An answer that nothing is kept from works in this folder, and may have put something there.
    try (Stream<Path> all = Files.walk(path)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }
}
