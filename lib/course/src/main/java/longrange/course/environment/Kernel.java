package longrange.course.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import longrange.course.build.Jars;
import longrange.course.build.Terminal;
import longrange.course.build.Tool;
import longrange.course.build.Tree;
import longrange.kernel.KernelSpec;

/// The course's kernel in the Python environment: its description for Jupyter, and its start-up
/// cache.
///
/// The cache holds for one JDK and one set of jars, so it is made here and never shipped. Without
/// it the kernel starts as well, only later.
///
/// @param tree the clone
record Kernel(Tree tree, Terminal terminal) {
  private static final String NAME = "longrange";
  private static final String TITLE = "Java (Longrange)";

  /// Enough for every notebook of the course, and it leaves a machine of 4 GB alive.
  private static final String HEAP = "2g";

  /// Installs what is missing or out of date.
  ///
  /// @param environment the Python environment
  void install(Path environment) throws IOException {
    List<Path> jars = new Jars(tree).kernelClassPath();
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path cache = tree.made().resolve("cache/kernel.aot");
    KernelSpec spec = new KernelSpec(TITLE, java, jars, cache, HEAP);
    train(spec);
    Path kernels = environment.resolve("share/jupyter/kernels");
    spec.write(kernels.resolve(NAME));
    // JupyterLab brings a Python kernel; a student who picks it by mistake sees only errors.
    Environment.delete(kernels.resolve("python3"));
  }

  private void train(KernelSpec spec) throws IOException {
    Path stamp = spec.cache().resolveSibling("kernel.trained");
    String now = trainedOn(spec);
    if (Files.exists(stamp) && Files.readString(stamp).equals(now)) {
      return;
    }
    terminal.status("training the kernel's start-up cache");
    Files.createDirectories(tree.made().resolve("cache"));
    Files.deleteIfExists(stamp);
    Path log = tree.log("kernel-cache");
    int code = new Tool(spec.rehearsal(), tree.root(), Map.of(), log).run(line -> {});
    if (code != 0 || !Files.exists(spec.cache())) {
      terminal.say(
          "The kernel's start-up cache could not be made, so kernels start a little later. Why: "
              + tree.shown(log));
    }
    // A failure is not tried again until something changes: it costs only time.
    Files.writeString(stamp, now);
  }

  /// What a cache holds for: the JDK, the command, and each jar with its time.
  private static String trainedOn(KernelSpec spec) throws IOException {
    List<String> parts = new ArrayList<>(spec.rehearsal());
    parts.add(Runtime.version().toString());
    for (Path jar : spec.classPath()) {
      parts.add(Files.getLastModifiedTime(jar).toString());
    }
    return String.join("\n", parts);
  }
}
