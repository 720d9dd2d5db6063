package longrange.course.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import longrange.course.build.Refusal;
import longrange.course.build.Terminal;
import longrange.course.build.Tool;
import longrange.course.build.Tree;

/// Stock JJava in `.course/jjava`, as `pip install jjava` gives it to anybody: the tests run the
/// course's notebooks in it too. Nothing but tests uses it.
///
/// @param tree the clone
/// @param environment the Python environment that installs it
public record StockKernel(Tree tree, Terminal terminal, Environment environment) {

  /// The folder in which Jupyter finds the kernel.
  public Path data() {
    return folder().resolve("share/jupyter");
  }

  private Path folder() {
    return tree.made().resolve("jjava");
  }

  /// Installs it where it is missing, or another version than the lock file names.
  ///
  /// @throws Refusal when it cannot be fetched
  public void prepare() throws IOException {
    Path lockFile = tree.scripts().resolve("jjava.lock");
    Path stamp = folder().resolve("complete");
    String wanted = Files.readString(lockFile);
    if (Files.exists(stamp) && Files.readString(stamp).equals(wanted)) {
      return;
    }
    terminal.status("fetching stock JJava, for the tests in it");
    Tree.delete(folder());
    PipLog output = new PipLog();
    Path log = tree.log("jjava");
    int code =
        new Tool(command(lockFile), tree.root(), Map.of("PYTHONNOUSERSITE", "1"), log)
            .run(output::line);
    if (code != 0) {
      throw output.refusal("pip", tree.shown(log));
    }
    Files.writeString(stamp, wanted);
  }

  private List<String> command(Path lockFile) {
    return List.of(
        environment.python().toString(),
        "-m",
        "pip",
        "install",
        "--disable-pip-version-check",
        "--no-input",
        "--require-hashes",
        "--ignore-installed",
        "--only-binary",
        ":all:",
        "--prefix",
        folder().toString(),
        "-r",
        lockFile.toString());
  }
}
