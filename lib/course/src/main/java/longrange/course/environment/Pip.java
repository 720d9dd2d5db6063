package longrange.course.environment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import longrange.course.build.Refusal;
import longrange.course.build.Terminal;
import longrange.course.build.Tool;
import longrange.course.build.Tree;

/// Runs venv and pip, and shows how far they are.
record Pip(Tree tree, Terminal terminal) {
  /// Runs one of them to its end.
  ///
  /// @param tool whose command it is: `venv` or `pip`
  /// @param name of the log
  /// @throws Refusal where it fails
  void run(String tool, String name, List<String> command) throws IOException {
    PipLog output = new PipLog();
    Path log = tree.log(name);
    int code =
        new Tool(command, tree.root(), Map.of("PYTHONNOUSERSITE", "1"), log)
            .run(line -> {
              int before = output.collected();
              output.line(line);
              if (output.collected() > before) {
                terminal.flicker("fetching Python packages: " + output.collected());
              } else if (line.startsWith("Installing collected")) {
                terminal.flicker("installing " + output.collected() + " Python packages");
              }
            });
    if (code != 0) {
      throw output.refusal(tool, tree.shown(log)).unlessDiskIsFull(tree);
    }
  }
}
