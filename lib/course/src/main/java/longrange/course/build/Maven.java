package longrange.course.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

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
    Tool maven = tool(log, arguments);
    begin();
    int code = maven.run(listener(verb, output).andThen(lines));
    if (code == 0) {
      Files.delete(atWork());
      return;
    }
    Refusal refusal = output.refusal(tree.shown(tree.log(log))).unlessDiskIsFull(tree);
    if (refusal.code() == Refusal.FAILED && code < Tool.ENDED_BY_A_SIGNAL) {
      Files.delete(atWork());
    }
    throw refusal;
  }

  /// Is there while Maven works; and after, when it was cut off or had no room to write.
  private Path atWork() {
    return tree.made().resolve("maven-at-work");
  }

  /// Maven takes half a jar, or half a class, for a whole one when it is newer than its source: so
  /// what was made by a run that was cut off is thrown away.
  private void begin() throws IOException {
    if (Files.exists(atWork())) {
      for (Path module : modules()) {
        Tree.delete(module.resolve("target"));
      }
    }
    Files.createDirectories(tree.made());
    Files.writeString(atWork(), "");
  }

  private List<Path> modules() throws IOException {
    List<Path> modules = new ArrayList<>(List.of(tree.root()));
    for (String group : List.of("", "lib", "tests")) {
      try (Stream<Path> folders = Files.list(tree.root().resolve(group))) {
        folders
            .filter(folder -> Files.exists(folder.resolve("pom.xml")))
            .filter(folder -> !folder.equals(tree.mine()))
            .forEach(modules::add);
      }
    }
    return modules;
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
