package longrange.course.build;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the launcher gives to `java`, as the text of an argument file.
final class LaunchArguments {
  /// The command is short-lived: the quick compiler and the small collector start it soonest.
  private static final List<String> SHORT_LIVED =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto");

  private LaunchArguments() {}

  static String of(Tree tree, List<Path> jars) {
    String classPath = jars.stream().map(Path::toString).collect(Collectors.joining(":"));
    List<String> last =
        List.of(
            "-Djava.awt.headless=true",
            "-Dlongrange.root=" + tree.root(),
            "-cp",
            classPath,
            "longrange.course.Main");
    return Stream.concat(SHORT_LIVED.stream(), last.stream())
        .map(LaunchArguments::quoted)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /// A blank, a quote or a backslash in a folder's name must not end the argument.
  private static String quoted(String argument) {
    return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
