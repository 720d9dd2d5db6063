package longrange.grading.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The users that answers run as when the grader is root: nobody's, so that root's power and
/// everybody's files are out of their reach.
///
/// @param first the first of a row of free user ids; 0 when the grader is an ordinary user, whom
///   the answers then share
record User(int first) {
  private static final int FROM = 61_184;
  private static final int TO = 65_519;
  private static final int ROW = 64;

  static User find() throws IOException {
    return isRoot() ? new User(free()) : new User(0);
  }

  static boolean isRoot() throws IOException {
    Path self = Path.of("/proc/self");
    return Files.exists(self) && Files.getAttribute(self, "unix:uid").equals(0);
  }

  /// A row of ids in the range that systemd keeps for such uses, none of which has a name or a
  /// process. It is chosen at random: another grading run may be choosing now.
  private static int free() throws IOException {
    Set<Integer> taken = taken();
    return new SecureRandom()
        .ints(1000, FROM, TO - ROW)
        .filter(first -> IntStream.range(first, first + ROW).noneMatch(taken::contains))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("There is no free user id from 61184 on."));
  }

  private static Set<Integer> taken() throws IOException {
    Set<Integer> taken = new HashSet<>();
    for (String line : Files.readAllLines(Path.of("/etc/passwd"))) {
      String[] fields = line.split(":", -1);
      if (fields.length > 2) {
        taken.add(Integer.parseInt(fields[2]));
      }
    }
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      for (Path process : processes.collect(Collectors.toList())) {
        try {
          taken.add((Integer) Files.getAttribute(process, "unix:uid"));
        } catch (IOException e) {
          // It has ended meanwhile.
        }
      }
    }
    return taken;
  }

  boolean drops() {
    return first != 0;
  }

  /// The user id of the n-th process.
  int id(int n) {
    return first + Math.floorMod(n, ROW);
  }

  /// What to put before a command so that it runs as the n-th user.
  List<String> before(int n) {
    String id = String.valueOf(id(n));
    return drops()
        ? List.of(
            "setpriv", "--reuid=" + id, "--regid=" + id, "--clear-groups", "--inh-caps=-all", "--")
        : List.of();
  }
}
