package longrange.course.environment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import longrange.course.build.Jars;
import longrange.course.build.Tree;
import longrange.kernel.KernelSpec;
import longrange.kernel.install.KernelFolder;

/// The course's kernel in the Python environment: its description for Jupyter, and its start-up
/// cache.
///
/// @param tree the clone
/// @param caches makes the cache
public record Kernel(Tree tree, StartUpCache caches) {
  /// What Jupyter calls it.
  public static final String NAME = "longrange";

  private static final String TITLE = "Java (Longrange)";

  /// Enough for every notebook of the course, and it leaves a machine of 4 GB alive.
  private static final String HEAP = "2g";

  /// Installs what is missing or out of date.
  ///
  /// @param environment the Python environment
  void install(Path environment) throws IOException {
    KernelFolder own = KernelFolder.under(environment, NAME);
    install(own);
    // JupyterLab brings a Python kernel; a student who picks it by mistake sees only errors.
    Tree.delete(own.path().resolveSibling("python3"));
  }

  /// Installs it for another Jupyter than the course's own.
  public void install(KernelFolder folder) throws IOException {
    List<Path> jars = new Jars(tree).kernelClassPath();
    caches.train("kernel", cache -> spec(jars, cache).rehearsal(), jars);
    folder.write(spec(jars, tree.cache("kernel")));
  }

  private static KernelSpec spec(List<Path> jars, Path cache) {
    return new KernelSpec(TITLE, java(), jars, cache, HEAP);
  }

  /// The JDK that runs this.
  static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }
}
