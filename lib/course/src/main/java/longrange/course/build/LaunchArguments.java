package longrange.course.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What `java` is given to run the command.
///
/// @param tree the clone
/// @param jars the class path
public record LaunchArguments(Tree tree, List<Path> jars) {

  /// All of it, with a flag for the start-up cache: to use it, or to make it.
  public List<String> with(String cacheFlag) {
    List<String> arguments = new ArrayList<>();
    arguments.add("-XX:+IgnoreUnrecognizedVMOptions");
    arguments.add(cacheFlag);
    // No word about a cache that is missing or does not fit: it only costs time.
    arguments.addAll(List.of("-Xlog:aot=off", "-Xlog:cds=off"));
    // The command is short-lived: the quick compiler and the small collector start it soonest.
    arguments.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    arguments.add("-Djava.awt.headless=true");
    arguments.add("-Dlongrange.root=" + tree.root());
    arguments.add("-cp");
    arguments.add(jars.stream().map(Path::toString).collect(Collectors.joining(":")));
    arguments.add("longrange.course.Main");
    return arguments;
  }

  /// The text of the argument file that the launcher hands to `java`.
  String file() {
    return with("-XX:AOTCache=" + tree.cache("course")).stream()
        .map(LaunchArguments::quoted)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /// A blank, a quote or a backslash in a folder's name must not end the argument.
  private static String quoted(String argument) {
    return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
