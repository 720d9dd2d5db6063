package longrange.course.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import longrange.course.build.Refusal;
import longrange.course.build.Terminal;
import longrange.course.build.Tree;

/// PyTorch in `.course/torch`, an environment of its own, to be measured against. Nothing but the
/// comparison uses it.
///
/// @param tree the clone
public record Torch(Tree tree, Terminal terminal) {
  private static final long BYTES = 6_000_000_000L;

  private Path folder() {
    return tree.made().resolve("torch");
  }

  /// A Python that has torch; fetches it where it is missing.
  ///
  /// @throws Refusal when it cannot be fetched
  public Path python() throws IOException {
    Path stamp = folder().resolve("complete");
    Path python = folder().resolve("bin/python");
    if (Files.exists(stamp)) {
      return python;
    }
    if (tree.hasLessThan(BYTES)) {
      throw Refusal.machine(
          "PyTorch takes 5.4 GB, and less is left on the disk. Make room, or name a Python that has"
              + " it: --torch PYTHON");
    }
    terminal.say(
        "Fetching PyTorch into .course/torch: 5.4 GB, for PyPI's build carries the libraries of"
            + " CUDA, which it needs even on the processor. --torch PYTHON takes one that is"
            + " there.");
    Tree.delete(folder());
    Path interpreter = Interpreter.find().executable();
    Pip pip = new Pip(tree, terminal);
    pip.run(
        "venv", "torch-venv", List.of(interpreter.toString(), "-m", "venv", folder().toString()));
    pip.run(
        "pip",
        "torch-pip",
        List.of(
            python.toString(),
            "-m",
            "pip",
            "install",
            "--disable-pip-version-check",
            "--no-input",
            "--progress-bar",
            "off",
            "torch"));
    Files.writeString(stamp, "");
    return python;
  }
}
