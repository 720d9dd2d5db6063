package longrange.kernel;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import longrange.kernel.shell.JarIndex;

/// How Jupyter starts the kernel: one JDK, these jars, this start-up cache.
///
/// The cache is made for exactly one JDK and one list of jars (no folders); where it is missing or
/// does not fit, the kernel starts without it, slower.
///
/// @param displayName as it stands in JupyterLab's launcher
/// @param java the `java` of a JDK (not of a JRE: cells are compiled)
/// @param classPath the kernel's jars, then all that cells may use, in the order of the search
/// @param cache where the start-up cache is, or will be made
/// @param heap at most, as `2g`
public record KernelSpec(
    String displayName, Path java, List<Path> classPath, Path cache, String heap) {

  /// Beside the start-up cache, and made by the same run.
  private static final String INDEX = "class-path.index";

  public KernelSpec {
    classPath = List.copyOf(classPath);
    for (Path jar : classPath) {
      if (jar.toAbsolutePath().toString().contains(File.pathSeparator)) {
        throw new IllegalArgumentException(
            jar + " has a " + File.pathSeparator + " in its path, which no class path can hold");
      }
    }
  }

  /// Writes `kernel.json` into a folder, which is made where it is missing.
  ///
  /// @return the file
  public Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    List<String> command = start("-XX:AOTCache=" + cache.toAbsolutePath());
    command.add("{connection_file}");
    String json =
        """
        {
          "argv": [
            %s
          ],
          "display_name": %s,
          "language": "java",
          "interrupt_mode": "message",
          "metadata": {"debugger": false}
        }
        """
            .formatted(
                command.stream().map(KernelSpec::quoted).collect(Collectors.joining(",\n    ")),
                quoted(displayName));
    return Files.writeString(folder.resolve("kernel.json"), json);
  }

  /// A text of JSON. By hand: this also runs where no library is there yet.
  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /// The command that makes the start-up cache, and an index of the jars: it runs the kernel once
  /// through all it does for a cell, and ends with 0. Takes some seconds.
  public List<String> rehearsal() {
    List<String> command = start("-XX:AOTCacheOutput=" + cache.toAbsolutePath());
    command.add("--rehearse");
    return command;
  }

  private List<String> start(String cacheFlag) {
    String path =
        classPath.stream()
            .map(jar -> jar.toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator));
    return new ArrayList<>(
        List.of(
            java.toAbsolutePath().toString(),
            // First, so that an older or newer JDK skips what it does not know.
            "-XX:+IgnoreUnrecognizedVMOptions",
            cacheFlag,
            // No word on standard error when the cache does not fit: it only costs time.
            "-Xlog:aot=off",
            "-Xlog:cds=off",
            "-Xmx" + heap,
            VectorModule.FLAG,
            "-Djava.awt.headless=true",
            "-D" + JarIndex.PROPERTY + "=" + cache.toAbsolutePath().resolveSibling(INDEX),
            "-Dfile.encoding=UTF-8",
            "-cp",
            path,
            Main.class.getName()));
  }
}
