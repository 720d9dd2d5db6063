package longrange.kernel.install;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import longrange.kernel.KernelSpec;

/// The standalone jar's verbs: `install`, `remove`, `doctor`.
public final class Installer {
  public static final Set<String> VERBS = Set.of("install", "remove", "doctor");

  private static final String USAGE =
      """
      java -jar JAR install|remove|doctor [--user | --prefix DIR] [--name NAME] [--heap SIZE]
        --user        for you alone (the default)
        --prefix DIR  for the Jupyter in DIR, as a virtual environment or /usr/local
        --name NAME   what Jupyter calls it (java)
        --heap SIZE   memory for a notebook at most (2g)\
      """;

  private static final Set<String> WITH_VALUE = Set.of("--prefix", "--name", "--heap");
  private static final int USAGE_CODE = 2;
  private static final int MACHINE_CODE = 3;

  /// Where the libraries lie in the jar.
  private static final String NESTED = "longrange/kernel/jars";

  private final KernelFolder folder;
  private final String heap;

  private Installer(KernelFolder folder, String heap) {
    this.folder = folder;
    this.heap = heap;
  }

  /// Does what the arguments say; returns the process's exit status: 0 done, 1 a fault was found, 2
  /// wrong use, 3 the machine lacks something.
  public static int run(List<String> arguments) throws InterruptedException {
    Map<String, String> options = new HashMap<>();
    Iterator<String> words = arguments.iterator();
    String verb = words.next();
    while (words.hasNext()) {
      String option = words.next();
      if (option.equals("--user")) {
        options.remove("--prefix");
      } else if (WITH_VALUE.contains(option) && words.hasNext()) {
        options.put(option, words.next());
      } else {
        System.err.println(USAGE);
        return USAGE_CODE;
      }
    }
    String name = options.getOrDefault("--name", "java");
    String prefix = options.get("--prefix");
    KernelFolder folder =
        prefix == null ? KernelFolder.ofUser(name) : KernelFolder.under(Path.of(prefix), name);
    return new Installer(folder, options.getOrDefault("--heap", "2g")).run(verb);
  }

  private int run(String verb) throws InterruptedException {
    try {
      return switch (verb) {
        case "install" -> install();
        case "remove" -> remove();
        default -> doctor();
      };
    } catch (IOException | URISyntaxException e) {
      System.err.println("That did not work: " + e);
      return MACHINE_CODE;
    }
  }

  private int install() throws IOException, URISyntaxException, InterruptedException {
    if (Runtime.version().feature() < 25 || ToolProvider.getSystemJavaCompiler() == null) {
      System.err.println(
          "This kernel needs a JDK 25 or newer (not a JRE): run this with its java.");
      return MACHINE_CODE;
    }
    List<Path> jars = unpack();
    Path java = Path.of(System.getProperty("java.home", ""), "bin", "java");
    Path cache = folder.path().resolve("start-up.aot");
    KernelSpec spec = new KernelSpec("Java", java, jars, cache, heap);
    System.out.println("Training the start-up cache …");
    Process rehearsal =
        new ProcessBuilder(spec.rehearsal())
            .redirectErrorStream(true)
            .redirectOutput(folder.path().resolve("install.log").toFile())
            .start();
    if (rehearsal.waitFor() != 0) {
      System.out.println("It could not be made: the kernel starts a second later.");
    }
    folder.write(spec);
    System.out.println("Installed the Java kernel in " + folder.path());
    folder.closed().ifPresent(System.out::println);
    return 0;
  }

  /// The kernel and its libraries, out of the jar that this runs from.
  private List<Path> unpack() throws IOException, URISyntaxException {
    Path self =
        Path.of(Installer.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    folder.make();
    Path jars = Files.createDirectories(folder.path().resolve("jars"));
    empty(jars);
    List<Path> made = new ArrayList<>();
    made.add(copy(self, jars.resolve("kernel.jar")));
    try (FileSystem zip = FileSystems.newFileSystem(self);
        DirectoryStream<Path> nested = Files.newDirectoryStream(zip.getPath(NESTED))) {
      for (Path jar : nested) {
        made.add(copy(jar, jars.resolve(jar.getFileName().toString())));
      }
    }
    return made;
  }

  /// What an older version has left.
  private static void empty(Path jars) throws IOException {
    try (Stream<Path> old = Files.list(jars)) {
      for (Path jar : old.toList()) {
        Files.delete(jar);
      }
    }
  }

  private static Path copy(Path from, Path to) throws IOException {
    return Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }

  private int remove() throws IOException {
    System.out.println(
        folder.remove() ? "Removed " + folder.path() : "There is no kernel in " + folder.path());
    return 0;
  }

  private int doctor() throws IOException, InterruptedException {
    List<String> faults = folder.faults();
    faults.forEach(System.out::println);
    if (faults.isEmpty()) {
      System.out.println("The kernel in " + folder.path() + " starts, with its cache.");
    }
    return faults.isEmpty() ? 0 : 1;
  }
}
