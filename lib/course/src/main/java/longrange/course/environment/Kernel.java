package longrange.course.environment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import longrange.course.build.Jars;
import longrange.course.build.Tree;
import longrange.kernel.KernelSpec;

/// The course's kernel in the Python environment: its description for Jupyter, and its start-up
/// cache.
///
/// @param tree the clone
/// @param caches makes the cache
record Kernel(Tree tree, StartUpCache caches) {
  private static final String NAME = "longrange";
  private static final String TITLE = "Java (Longrange)";

  /// Enough for every notebook of the course, and it leaves a machine of 4 GB alive.
  private static final String HEAP = "2g";

  /// Installs what is missing or out of date.
  ///
  /// @param environment the Python environment
  void install(Path environment) throws IOException {
    List<Path> jars = new Jars(tree).kernelClassPath();
    caches.train("kernel", cache -> spec(jars, cache).rehearsal(), jars);
    Path kernels = environment.resolve("share/jupyter/kernels");
    spec(jars, tree.cache("kernel")).write(kernels.resolve(NAME));
    // JupyterLab brings a Python kernel; a student who picks it by mistake sees only errors.
    Tree.delete(kernels.resolve("python3"));
  }

  private static KernelSpec spec(List<Path> jars, Path cache) {
    return new KernelSpec(TITLE, java(), jars, cache, HEAP);
  }

  /// The JDK that runs this.
  static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }
}
