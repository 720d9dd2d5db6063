package longrange.course.build;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The jars in `.course/jars`: copies of what Maven made, and of the libraries.
///
/// Copies, since Maven rewrites its own at any time, and a kernel may be running from these. One
/// that has not changed is left as it is: a start-up cache knows the jars by their times.
///
/// @param tree the clone
public record Jars(Tree tree) {
  private static final String SOURCES = "-sources.jar";
  private static final String HIDDEN = "longrange-hidden-";
  private static final String COMMAND = "longrange-course-";

  /// What a student must not have: the hidden tests, and the answers whose worth is known.
  private static final Pattern INSTRUCTORS =
      Pattern.compile("longrange-(hidden|catalogue|solutions|course-.*-sources).*");

  /// Modules that no other depends on when it is compiled: they are found at run time.
  private static final List<String> FOUND_AT_RUN_TIME =
      List.of("tests/graders", "tests/hidden", "tests/catalogue");

  /// The modules that Maven has to build, with all they depend on.
  public List<String> modules() {
    return Stream.concat(Stream.of("lib/course"), FOUND_AT_RUN_TIME.stream().filter(tree::has))
        .toList();
  }

  /// Brings the folder up to date with what Maven made.
  public void update() throws IOException {
    Files.createDirectories(tree.jars());
    Set<Path> wanted = new HashSet<>();
    for (Path jar : made()) {
      Path copy = tree.jars().resolve(jar.getFileName());
      wanted.add(copy);
      install(jar, copy);
    }
    for (Path jar : list(tree.jars(), "*")) {
      if (!wanted.contains(jar)) {
        Files.delete(jar);
      }
    }
  }

  /// Libraries and modules, and beside each module its sources: a kernel shows their docs.
  private List<Path> made() throws IOException {
    List<Path> made = new ArrayList<>(list(tree.root().resolve("lib/course/target/jars"), "*.jar"));
    for (String module : modules()) {
      list(tree.root().resolve(module).resolve("target"), "longrange-*.jar").stream()
          .filter(jar -> !jar.toString().endsWith(SOURCES))
          .forEach(made::add);
    }
    Set<String> names =
        made.stream()
            .map(jar -> sourcesOf(jar.getFileName().toString()))
            .collect(Collectors.toSet());
    for (String group : List.of(".", "lib", "tests")) {
      for (Path module : list(tree.root().resolve(group), "*")) {
        list(module.resolve("target"), "longrange-*" + SOURCES).stream()
            .filter(jar -> names.contains(jar.getFileName().toString()))
            .forEach(made::add);
      }
    }
    return made;
  }

  private static String sourcesOf(String jar) {
    return jar.substring(0, jar.length() - ".jar".length()) + SOURCES;
  }

  private static void install(Path from, Path to) throws IOException {
    if (Files.exists(to) && Files.mismatch(from, to) < 0) {
      return;
    }
    Path half = to.resolveSibling(to.getFileName() + ".half");
    Files.copy(from, half, StandardCopyOption.REPLACE_EXISTING);
    Files.move(half, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /// The class path of the command: all but the hidden graders, in a fixed order.
  public List<Path> classPath() throws IOException {
    return classes(jar -> !jar.startsWith(HIDDEN));
  }

  /// The class path of a notebook's kernel: neither the command nor the hidden graders.
  public List<Path> kernelClassPath() throws IOException {
    return classes(
        jar -> !jar.startsWith(HIDDEN) && !jar.startsWith(COMMAND) && !jar.startsWith("picocli-"));
  }

  /// The jar of the command itself.
  public Path course() throws IOException {
    return classes(jar -> jar.startsWith("longrange-course-")).getFirst();
  }

  /// The jar of the hidden graders; none in a student's bundle.
  public List<Path> hidden() throws IOException {
    return classes(jar -> jar.startsWith(HIDDEN));
  }

  /// What a student's bundle has, with the sources that a kernel shows.
  public List<Path> forStudents() throws IOException {
    return list(tree.jars(), "*.jar").stream()
        .filter(jar -> !INSTRUCTORS.matcher(jar.getFileName().toString()).matches())
        .toList();
  }

  /// Whether this is the jar of the command itself.
  public static boolean isCommand(Path jar) {
    return jar.getFileName().toString().startsWith(COMMAND);
  }

  private List<Path> classes(Predicate<String> choice) throws IOException {
    return list(tree.jars(), "*.jar").stream()
        .filter(jar -> !jar.toString().endsWith(SOURCES))
        .filter(jar -> choice.test(jar.getFileName().toString()))
        .toList();
  }

  private static List<Path> list(Path folder, String glob) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, glob)) {
      List<Path> found = new ArrayList<>();
      entries.forEach(found::add);
      found.sort(null);
      return found;
    }
  }
}
