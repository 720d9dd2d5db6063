package longrange.grading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Lists of classes that jars carry as a resource: one class name a line, `#` begins a comment.
///
/// So a jar's graders and contracts are found at run time by whoever has the jar, without a scan of
/// the class path, in the order in which their authors put them.
final class ClassIndex {
  private ClassIndex() {}

  /// The classes named by every resource of this name, in order, each once.
  static List<Class<?>> read(ClassLoader loader, String resource) {
    Set<String> names = new LinkedHashSet<>();
    try {
      for (URL url : Collections.list(loader.getResources(resource))) {
        names.addAll(lines(url));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The list " + resource + " cannot be read.", e);
    }
    List<Class<?>> classes = new ArrayList<>();
    for (String name : names) {
      classes.add(load(loader, name, resource));
    }
    return classes;
  }

  private static List<String> lines(URL url) throws IOException {
    // Without the connection's cache, which would keep the jar open for ever.
    var connection = url.openConnection();
    connection.setUseCaches(false);
    try (var in = connection.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .toList();
    }
  }

  private static Class<?> load(ClassLoader loader, String name, String resource) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException | LinkageError e) {
      throw new IllegalStateException(
          "The list " + resource + " names " + name + ", and there is no such class.", e);
    }
  }
}
