package longrange.course.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import longrange.course.build.Lock;
import longrange.course.build.Terminal;
import longrange.course.build.Tree;

/// The Python environment in `.course/python`: JupyterLab, the exporter, and the course's kernel.
///
/// It is made from `requirements.lock`, package by package with its hash, and touches nothing of
/// the user's own Python or Jupyter. Half made, it has no stamp, and is made again.
///
/// @param tree the clone
public record Environment(Tree tree, Terminal terminal) {
  private static final String QUIET =
      """
      {"@jupyterlab/apputils-extension:notification":
        {"fetchNews": "false", "checkForUpdates": false}}
      """;

  /// Where it lies. An environment cannot be moved: its scripts hold this path.
  public Path home() {
    return tree.made().resolve("python");
  }

  /// Its Python.
  public Path python() {
    return home().resolve("bin/python");
  }

  private Path lockFile() {
    return tree.scripts().resolve("requirements.lock");
  }

  private Path stamp() {
    return home().resolve("complete");
  }

  /// Whether it is there, whole, and made from the lock file as it is now.
  public boolean isReady() throws IOException {
    return Files.exists(stamp())
        && Files.isExecutable(python())
        && Files.readString(stamp()).equals(fingerprint());
  }

  /// Makes what is missing: the environment, the kernel in it, the start-up caches.
  public void prepare() throws IOException {
    try (Lock _ = Lock.take(tree, terminal, "environment")) {
      if (!isReady()) {
        make();
      }
      StartUpCache caches = new StartUpCache(tree, terminal);
      new Kernel(tree, caches).install(home());
      new CommandCache(tree, caches).train();
    }
  }

  private void make() throws IOException {
    long begun = System.nanoTime();
    Interpreter interpreter = Interpreter.find();
    Tree.delete(home());
    terminal.status(
        "making the Python environment with Python "
            + interpreter.version()
            + " (240 MB, a few minutes at most)");
    Pip pip = new Pip(tree, terminal);
    pip.run(
        "venv",
        "venv",
        List.of(interpreter.executable().toString(), "-m", "venv", home().toString()));
    pip.run(
        "pip",
        "pip",
        List.of(
            python().toString(),
            "-m",
            "pip",
            "install",
            "--disable-pip-version-check",
            "--no-input",
            "--require-hashes",
            "--only-binary",
            ":all:",
            "--progress-bar",
            "off",
            "-r",
            lockFile().toString()));
    Path settings = home().resolve("share/jupyter/lab/settings/overrides.json");
    Files.createDirectories(settings.getParent());
    Files.writeString(settings, QUIET);
    Files.writeString(stamp(), fingerprint());
    terminal.say(
        "Made the Python environment in " + (System.nanoTime() - begun) / 1_000_000_000 + " s.");
  }

  private String fingerprint() throws IOException {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(lockFile()));
      return HexFormat.of().formatHex(hash) + " " + home();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
