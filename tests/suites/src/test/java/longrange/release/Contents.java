package longrange.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/// The files of a folder and the entries of the jars in it.
final class Contents {
  private Contents() {}

  /// Where which secrets are found: by file, or by jar and entry.
  static Map<String, Set<String>> search(Path folder, Secrets secrets) throws IOException {
    Map<String, Set<String>> found = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        String name = folder.relativize(file).toString();
        // What others wrote cannot know the course; its numbers and words are its own.
        if (!name.endsWith(".jar")) {
          note(found, name, secrets, Files.readAllBytes(file));
        } else if (file.getFileName().toString().startsWith("longrange-")) {
          entries(file).forEach((entry, bytes) -> note(found, name + "!" + entry, secrets, bytes));
        }
      }
    }
    return found;
  }

  private static void note(
      Map<String, Set<String>> found, String name, Secrets secrets, byte[] bytes) {
    Set<String> here =
        name.endsWith(".class")
            ? secrets.in(bytes)
            : secrets.in(new String(bytes, StandardCharsets.UTF_8));
    here.addAll(secrets.in(name.replace(".class", "")));
    if (!here.isEmpty()) {
      found.put(name, here);
    }
  }

  /// What stands in a jar, by name.
  static Map<String, byte[]> entries(Path jar) throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    try (JarFile open = new JarFile(jar.toFile())) {
      List<JarEntry> all = Collections.list(open.entries());
      for (JarEntry entry : all) {
        entries.put(entry.getName(), open.getInputStream(entry).readAllBytes());
      }
    }
    return entries;
  }
}
