package longrange.kernel.shell;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import org.jspecify.annotations.Nullable;

/// The classes on the class path, as the compiler asks for them: package by package. A jar is
/// opened when a package of it is asked for; the JDK's own file manager opens them all for the
/// first import. The start is the same with that one, but of 7 kernels with a full heap of 160 MB
/// it lost 2, and this one none of 12.
final class ClassPathFiles {
  private final JarIndex index;
  private final Map<Path, Entry> entries = new ConcurrentHashMap<>();

  ClassPathFiles(JarIndex index) {
    this.index = index;
  }

  /// The classes of a package in all entries of a class path.
  List<JavaFileObject> list(Iterable<? extends Path> classPath, String packageName)
      throws IOException {
    List<JavaFileObject> found = new ArrayList<>();
    for (Path path : classPath) {
      found.addAll(entries.computeIfAbsent(path, this::entry).list(packageName));
    }
    return found;
  }

  private Entry entry(Path path) {
    return Files.isDirectory(path)
        ? new Folder(path)
        : new Jar(path, index.packages(path.toAbsolutePath()).orElse(null));
  }

  private sealed interface Entry {
    List<? extends JavaFileObject> list(String packageName) throws IOException;
  }

  /// A jar; where it is missing or broken the class path has nothing there, as in the JVM.
  private static final class Jar implements Entry {
    private final Path path;
    private final @Nullable Set<String> packages;
    private @Nullable Map<String, List<ClassFile>> classes;

    Jar(Path path, @Nullable Set<String> packages) {
      this.path = path;
      this.packages = packages;
    }

    @Override
    public synchronized List<ClassFile> list(String packageName) {
      if (packages != null && !packages.contains(packageName)) {
        return List.of();
      }
      if (classes == null) {
        classes = read();
      }
      return classes.getOrDefault(packageName, List.of());
    }

    private Map<String, List<ClassFile>> read() {
      try {
        // Never closed: it is read from for as long as cells are compiled.
        JarFile jar =
            new JarFile(path.toFile(), false, ZipFile.OPEN_READ, JarFile.runtimeVersion());
        String uri = path.toUri() + "/";
        return jar.versionedStream()
            .filter(entry -> entry.getName().endsWith(".class"))
            .map(entry -> file(uri, jar, entry))
            .collect(Collectors.groupingBy(ClassFile::packageName));
      } catch (IOException e) {
        return Map.of();
      }
    }

    private static ClassFile file(String uri, JarFile jar, JarEntry entry) {
      return new ClassFile(
          URI.create(uri + entry.getRealName().replace(" ", "%20")),
          entry.getName().replace('/', '.'),
          () -> jar.getInputStream(entry));
    }
  }

  private record Folder(Path path) implements Entry {
    @Override
    public List<ClassFile> list(String packageName) throws IOException {
      List<ClassFile> found = new ArrayList<>();
      Path folder = path.resolve(packageName.replace('.', '/'));
      if (Files.isDirectory(folder)) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.class")) {
          for (Path file : files) {
            String name = (packageName.isEmpty() ? "" : packageName + ".") + file.getFileName();
            found.add(new ClassFile(file.toUri(), name, () -> Files.newInputStream(file)));
          }
        }
      }
      return found;
    }
  }

  /// One class.
  static final class ClassFile extends SimpleJavaFileObject {
    private static final int SUFFIX = ".class".length();

    /// As the JVM names it: `a.b.C$D`.
    final String binaryName;

    private final Source source;

    private interface Source {
      InputStream open() throws IOException;
    }

    private ClassFile(URI uri, String fileName, Source source) {
      super(uri, Kind.CLASS);
      this.binaryName = fileName.substring(0, fileName.length() - SUFFIX);
      this.source = source;
    }

    String packageName() {
      return binaryName.substring(0, Math.max(0, binaryName.lastIndexOf('.')));
    }

    @Override
    public InputStream openInputStream() throws IOException {
      return source.open();
    }
  }
}
