package longrange.kernel;

import com.google.gson.Gson;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/// The jars of a Maven coordinate.
///
/// Maven's resolver is thirty jars, which cells must not see and a start must not open. They lie
/// inside this kernel's own jar. On the first use they are unpacked into the user's cache folder
/// and loaded apart.
final class MavenJars {
  private static final String NESTED = "maven";
  private static final String RESOLVER = "longrange.kernel.maven.Resolver";
  private static @Nullable Function<List<String>, List<Path>> resolver;

  private MavenJars() {}

  /// The jars of some `group:artifact:version` and of all they need, fetched where they are
  /// missing.
  ///
  /// @throws IllegalArgumentException if one cannot be found
  static synchronized List<Path> of(List<String> coordinates) throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try {
      if (resolver == null) {
        resolver = load();
      }
      // The resolver looks for its parts through the thread's loader.
      thread.setContextClassLoader(resolver.getClass().getClassLoader());
      return resolver.apply(coordinates);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  // Safe: the class is this module's own, and declares just this interface.
  @SuppressWarnings("unchecked")
  private static Function<List<String>, List<Path>> load() throws IOException {
    try {
      // The resolver's logging asks for a backend, and would complain into the cell.
      System.setProperty("slf4j.internal.verbosity", "ERROR");
      List<URL> urls = new ArrayList<>();
      // Itself, and what the kernel has already of the resolver's needs.
      for (Class<?> type : List.of(MavenJars.class, Gson.class, Logger.class)) {
        urls.add(type.getProtectionDomain().getCodeSource().getLocation());
      }
      for (Path jar : unpacked()) {
        urls.add(jar.toUri().toURL());
      }
      URL[] all = urls.toArray(URL[]::new);
      // Never closed: it serves until the kernel ends.
      ClassLoader apart = new URLClassLoader(all, ClassLoader.getPlatformClassLoader());
      return (Function<List<String>, List<Path>>)
          apart.loadClass(RESOLVER).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException | URISyntaxException e) {
      throw new IOException("Maven's resolver cannot be loaded: " + e, e);
    }
  }

  private static List<Path> unpacked() throws IOException, URISyntaxException {
    URL nested = MavenJars.class.getResource(NESTED);
    if (nested == null) {
      throw new IOException("this build of the kernel has no Maven resolver in it");
    }
    URI uri = nested.toURI();
    if (!uri.getScheme().equals("jar")) {
      return list(Path.of(uri));
    }
    Path folder = Files.createDirectories(cache());
    List<Path> jars = new ArrayList<>();
    try (FileSystem zip = FileSystems.newFileSystem(uri, Map.of())) {
      for (Path jar : list(zip.getPath("longrange/kernel", NESTED))) {
        jars.add(unpack(jar, folder.resolve(jar.getFileName().toString())));
      }
    }
    return jars;
  }

  private static List<Path> list(Path folder) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*.jar")) {
      List<Path> jars = new ArrayList<>();
      entries.forEach(jars::add);
      return jars;
    }
  }

  /// Whole or not at all: several kernels may unpack at once.
  private static Path unpack(Path from, Path to) throws IOException {
    if (!Files.exists(to) || Files.size(to) != Files.size(from)) {
      Path half = Files.createTempFile(to.getParent(), "half", ".tmp");
      Files.copy(from, half, StandardCopyOption.REPLACE_EXISTING);
      Files.move(half, to, StandardCopyOption.REPLACE_EXISTING);
    }
    return to;
  }

  private static Path cache() {
    String set = System.getenv("XDG_CACHE_HOME");
    Path home =
        set != null && !set.isEmpty()
            ? Path.of(set)
            : Path.of(System.getProperty("user.home", "."), ".cache");
    return home.resolve("longrange-kernel").resolve(NESTED);
  }
}
