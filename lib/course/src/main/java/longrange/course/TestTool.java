package longrange.course;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import longrange.course.build.Packages;
import longrange.course.build.Terminal;
import longrange.course.build.Tool;
import longrange.course.build.Tree;

/// A program that some tests need and the course does not.
///
/// @param debian the Debian package
/// @param programs the names it may have on the `PATH`
/// @param property the system property that tells tests where it is; not set where it is missing
/// @param tests what is tested with it
record TestTool(String debian, List<String> programs, String property, String tests) {

  /// All there are.
  static final List<TestTool> ALL =
      List.of(
          new TestTool(
              "chromium",
              List.of("chromium", "chromium-browser", "google-chrome"),
              "longrange.chromium",
              "the tests in a browser"),
          new TestTool(
              "bubblewrap", List.of("bwrap"), "longrange.bwrap", "./course grade and its tests"));

  /// Where it is.
  Optional<Path> find() {
    return programs.stream().flatMap(name -> Tool.onPath(name).stream()).findFirst();
  }

  /// Why its tests do not run, and what to do.
  String missing() {
    return "%s: %s is not there. Install it: %s"
        .formatted(tests, programs.getFirst(), Packages.command(debian));
  }

  /// Installs it where that needs no question: on Debian, as root or with sudo without a password.
  void install(Tree tree, Terminal terminal) throws IOException {
    Optional<List<String>> before = privileges(tree);
    if (before.isEmpty()) {
      return;
    }
    terminal.status("installing " + debian + " for " + tests);
    for (List<String> apt :
        List.of(
            List.of("apt-get", "update"),
            List.of("apt-get", "install", "-y", "--no-install-recommends", debian))) {
      List<String> command = new ArrayList<>(before.get());
      command.addAll(apt);
      new Tool(
              command,
              tree.root(),
              Map.of("DEBIAN_FRONTEND", "noninteractive"),
              tree.log("apt-" + debian))
          .run(line -> {});
    }
  }

  private static Optional<List<String>> privileges(Tree tree) throws IOException {
    if (Tool.onPath("apt-get").isEmpty() || !Files.exists(Path.of("/etc/debian_version"))) {
      return Optional.empty();
    }
    if (System.getProperty("user.name").equals("root")) {
      return Optional.of(List.of());
    }
    List<String> sudo = List.of("sudo", "-n");
    boolean asksNothing =
        Tool.onPath("sudo").isPresent()
            && new Tool(
                        Stream.concat(sudo.stream(), Stream.of("true")).toList(),
                        tree.root(),
                        Map.of(),
                        tree.log("sudo"))
                    .run(line -> {})
                == 0;
    return asksNothing ? Optional.of(sudo) : Optional.empty();
  }
}
