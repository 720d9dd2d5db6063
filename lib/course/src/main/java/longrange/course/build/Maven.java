package longrange.course.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Runs Maven on this clone, with the JDK that runs this, and shows which module it is at.
///
/// @param tree the clone
public record Maven(Tree tree, Terminal terminal) {
  /// How many fetched files pass before the line about them is written again.
  private static final int FETCHES_PER_LINE = 10;

  /// Runs it to its end.
  ///
  /// @param verb what is being done to a module, as the user reads it: `building`
  /// @param log the name of the log
  /// @param arguments goals and options
  /// @throws Refusal when it fails, with the reason
  public void run(String verb, String log, List<String> arguments) throws IOException {
    run(verb, log, arguments, line -> {});
  }

  /// The same, with each line of the output told to somebody else too.
  public void run(String verb, String log, List<String> arguments, Consumer<String> lines)
      throws IOException {
    MavenLog output = new MavenLog();
    int code = tool(log, arguments).run(listener(verb, output).andThen(lines));
    if (code != 0) {
      throw output.refusal(tree.shown(tree.log(log)));
    }
  }

  private Tool tool(String log, List<String> arguments) {
    Path maven =
        Tool.onPath("mvn")
            .orElseThrow(() ->
                Refusal.machine(
                    "There is no Maven (mvn) on the PATH. Install it: "
                        + Packages.command("maven")));
    List<String> command = new ArrayList<>(List.of(maven.toString(), "-B"));
    command.addAll(arguments);
    var environment = Map.of("JAVA_HOME", System.getProperty("java.home"));
    return new Tool(command, tree.root(), environment, tree.log(log));
  }

  private Consumer<String> listener(String verb, MavenLog output) {
    return line -> {
      int before = output.fetched();
      output.module(line).ifPresent(module -> terminal.status(verb + " " + module));
      int fetched = output.fetched();
      if (fetched == before) {
        return;
      }
      if (fetched == 1) {
        terminal.status("fetching libraries: the first time this takes a few minutes");
      } else if (fetched % FETCHES_PER_LINE == 0) {
        terminal.flicker(verb + " " + output.module() + ", " + fetched + " files fetched");
      }
    };
  }
}
