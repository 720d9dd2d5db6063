package longrange.kernel.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// What is in the jars of a class path, written down when the kernel is installed: a start that
/// opens fifty jars to find out takes half a second longer.
///
/// A jar that has changed since has no entry.
public final class JarIndex {
  /// Names the file to a kernel.
  public static final String PROPERTY = String.valueOf("longrange.kernel.index");

  private static final int FIELDS = 5;
  private static final String SERVICES = "META-INF/services/";

  private final Map<Path, Jar> jars = new HashMap<>();

  /// @param packages whose classes it holds
  /// @param providers of the one service that was asked for, by class name
  private record Jar(Set<String> packages, List<String> providers) {}

  private JarIndex() {}

  /// Writes the index of this JVM's class path to the file that [#PROPERTY] names, if it does.
  ///
  /// @param service whose providers are noted too
  public static void write(String service) throws IOException {
    String file = System.getProperty(PROPERTY, "");
    if (!file.isEmpty()) {
      Files.write(Path.of(file), lines(service));
    }
  }

  private static List<String> lines(String service) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String entry : classPath()) {
      Path jar = Path.of(entry);
      if (Files.isRegularFile(jar)) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
          lines.add(String.join("\t", stamp(jar), packages(zip), providers(zip, service)));
        }
      }
    }
    return lines;
  }

  private static String[] classPath() {
    return System.getProperty("java.class.path", "").split(File.pathSeparator, -1);
  }

  private static String packages(ZipFile zip) {
    return zip.stream()
        .map(entry -> entry.getName().replaceFirst("^META-INF/versions/\\d+/", ""))
        .filter(name -> name.endsWith(".class") && !name.equals("module-info.class"))
        .map(name -> name.substring(0, Math.max(0, name.lastIndexOf('/'))).replace('/', '.'))
        .distinct()
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static String providers(ZipFile zip, String service) throws IOException {
    ZipEntry entry = zip.getEntry(SERVICES + service);
    if (entry == null) {
      return "";
    }
    try (var in = zip.getInputStream(entry)) {
      return String.join(
          " ",
          new String(in.readAllBytes(), UTF_8)
              .lines()
              .map(line -> line.replaceFirst("#.*", "").strip())
              .filter(line -> !line.isEmpty())
              .toList());
    }
  }

  /// Path, size and time.
  private static String stamp(Path jar) {
    File file = jar.toAbsolutePath().toFile();
    return file + "\t" + file.length() + "\t" + file.lastModified();
  }

  /// Reads the index that [#PROPERTY] names; an empty one where there is none.
  public static JarIndex read() {
    JarIndex index = new JarIndex();
    String file = System.getProperty(PROPERTY, "");
    if (!file.isEmpty()) {
      try {
        Path path = Path.of(file);
        for (String line : Files.exists(path) ? Files.readAllLines(path) : List.<String>of()) {
          index.add(line.split("\t", -1));
        }
      } catch (IOException e) {
        // Without it the jars are read.
        index.jars.clear();
      }
    }
    return index;
  }

  private void add(String[] fields) {
    Path jar = Path.of(fields[0]);
    if (fields.length == FIELDS
        && stamp(jar).equals(fields[0] + "\t" + fields[1] + "\t" + fields[2])) {
      jars.put(jar, new Jar(Set.of(fields[3].split(" ", -1)), words(fields[4])));
    }
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
  }

  /// The packages of a jar; empty where they are not known.
  Optional<Set<String>> packages(Path jar) {
    return Optional.ofNullable(jars.get(jar)).map(Jar::packages);
  }

  /// The providers of the service, in the order of the class path; empty unless all its entries are
  /// known.
  public Optional<List<String>> providers() {
    List<String> found = new ArrayList<>();
    for (String entry : classPath()) {
      Jar jar = jars.get(Path.of(entry));
      if (jar == null) {
        return Optional.empty();
      }
      found.addAll(jar.providers());
    }
    return Optional.of(found);
  }
}
