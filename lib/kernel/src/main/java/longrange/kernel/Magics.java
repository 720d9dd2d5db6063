package longrange.kernel;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.jspecify.annotations.Nullable;

/// The kernel's own magics that stand on a line: `%classpath`, `%maven`, `%load`.
final class Magics {
  private static final String GLOB = "*?[{";

  private final JavaKernel kernel;

  private Magics(JavaKernel kernel) {
    this.kernel = kernel;
  }

  static void register(JavaKernel kernel, MagicsRegistry registry) {
    Magics magics = new Magics(kernel);
    registry.registerLineMagic("classpath", (k, words) -> magics.classPath(words));
    registry.registerLineMagic("maven", (k, words) -> magics.maven(words));
    registry.registerLineMagic("load", (k, words) -> magics.load(words));
  }

  private static List<String> some(List<String> words, String usage) {
    if (words.isEmpty()) {
      throw new IllegalArgumentException("use: " + usage);
    }
    return words;
  }

  /// Adds jars and folders for the cells that follow.
  private @Nullable Void classPath(List<String> words) throws IOException {
    for (String word : some(words, "%classpath lib/a.jar lib/*.jar classes")) {
      add(found(word));
    }
    return null;
  }

  private void add(List<Path> paths) {
    for (Path path : paths) {
      kernel.shell().addToClassPath(path);
    }
    System.out.println(
        paths.size() == 1
            ? "On the class path: " + paths.getFirst()
            : "On the class path: " + paths.size() + " jars");
  }

  /// A file or folder, or all files that match a pattern.
  private static List<Path> found(String pattern) throws IOException {
    int glob = pattern.chars().takeWhile(c -> GLOB.indexOf(c) < 0).toArray().length;
    int fixed = pattern.lastIndexOf(File.separatorChar, glob) + 1;
    boolean one = glob == pattern.length();
    Path start = Path.of(one ? pattern : pattern.substring(0, fixed)).toAbsolutePath();
    List<Path> paths = List.of();
    if (one && Files.exists(start)) {
      paths = List.of(start);
    } else if (!one && Files.isDirectory(start)) {
      String rest = pattern.substring(fixed);
      PathMatcher matcher = start.getFileSystem().getPathMatcher("glob:" + rest);
      try (Stream<Path> files = Files.walk(start)) {
        paths = files.filter(file -> matcher.matches(start.relativize(file))).sorted().toList();
      }
    }
    if (paths.isEmpty()) {
      throw new IllegalArgumentException(
          "there is no %s (paths are read from %s)"
              .formatted(pattern, Path.of("").toAbsolutePath()));
    }
    return paths;
  }

  /// Adds Maven artifacts and all they need.
  private @Nullable Void maven(List<String> words) throws IOException {
    add(MavenJars.of(some(words, "%maven group:artifact:version")));
    return null;
  }

  /// Runs a file as if its text stood here: Java, or the code cells of a notebook.
  private @Nullable Object load(List<String> words) throws IOException {
    Object value = null;
    for (String word : some(words, "%load file.java or %load notebook.ipynb")) {
      String text = Files.readString(found(word).getFirst());
      for (String source : word.endsWith(".ipynb") ? cells(text) : List.of(text)) {
        value = kernel.evalRaw(source);
      }
    }
    return value;
  }

  private static List<String> cells(String notebook) {
    List<String> cells = new ArrayList<>();
    JsonParser.parseString(notebook)
        .getAsJsonObject()
        .getAsJsonArray("cells")
        .forEach(element -> {
          var cell = element.getAsJsonObject();
          if (cell.get("cell_type").getAsString().equals("code")) {
            cells.add(text(cell.get("source")));
          }
        });
    return cells;
  }

  /// A text, or its lines.
  private static String text(JsonElement source) {
    if (source.isJsonPrimitive()) {
      return source.getAsString();
    }
    StringBuilder text = new StringBuilder();
    source.getAsJsonArray().forEach(line -> text.append(line.getAsString()));
    return text.toString();
  }
}
