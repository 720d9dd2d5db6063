package longrange.kernel.install;

import static java.nio.file.attribute.PosixFilePermission.OTHERS_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_READ;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import longrange.kernel.KernelSpec;
import longrange.kernel.Main;
import org.jspecify.annotations.Nullable;

/// One installed kernel: a folder that Jupyter finds, with its `kernel.json`.
///
/// @param path of the folder; its name is the kernel's
/// @param forAll whether every user of the machine is to start it
public record KernelFolder(Path path, boolean forAll) {
  private static final String SPEC = "kernel.json";

  /// How long a start to say its version may take: a busy machine's minute.
  private static final int START_S = 60;

  private static final Pattern PATHS = Pattern.compile(File.pathSeparator, Pattern.LITERAL);
  private static final Pattern TEXT = Pattern.compile("\\G[\\s,]*\"((?:[^\"\\\\]++|\\\\.)*+)\"");

  public KernelFolder {
    path = path.toAbsolutePath();
  }

  /// Where Jupyter looks for the kernels of the user who runs this.
  public static KernelFolder ofUser(String name) {
    return new KernelFolder(data().resolve("kernels").resolve(name), false);
  }

  /// Where a Jupyter in `prefix` looks, as `/usr/local` or a virtual environment.
  public static KernelFolder under(Path prefix, String name) {
    return new KernelFolder(prefix.resolve("share/jupyter/kernels").resolve(name), true);
  }

  private static Path data() {
    Path home = Path.of(System.getProperty("user.home", "."));
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (set("JUPYTER_DATA_DIR") != null) {
      return Path.of(set("JUPYTER_DATA_DIR"));
    }
    if (system.startsWith("mac")) {
      return home.resolve("Library/Jupyter");
    }
    if (set("APPDATA") != null) {
      return Path.of(set("APPDATA")).resolve("jupyter");
    }
    String share = set("XDG_DATA_HOME");
    return (share == null ? home.resolve(".local/share") : Path.of(share)).resolve("jupyter");
  }

  private static @Nullable String set(String variable) {
    String value = System.getenv(variable);
    return value == null || value.isEmpty() ? null : value;
  }

  /// Makes the folder, and opens to all what had to be made above it.
  ///
  /// @throws IOException also where another kernel is in it
  public void make() throws IOException {
    if (Files.exists(path.resolve(SPEC)) && !isOurs()) {
      throw another();
    }
    make(path);
  }

  private void make(@Nullable Path folder) throws IOException {
    if (folder != null && !Files.exists(folder)) {
      make(folder.getParent());
      share(Files.createDirectory(folder));
    }
  }

  /// Writes the spec. Whoever is to start it can read it, and what else is in the folder, whatever
  /// the mask of who has made it.
  public void write(KernelSpec spec) throws IOException {
    make();
    spec.write(path);
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.toList()) {
        share(file);
      }
    }
  }

  private void share(Path file) throws IOException {
    if (forAll && Files.getFileStore(file).supportsFileAttributeView("posix")) {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
      permissions.addAll(
          PosixFilePermissions.fromString(Files.isDirectory(file) ? "---r-xr-x" : "---r--r--"));
      Files.setPosixFilePermissions(file, permissions);
    }
  }

  /// Says what keeps other users from starting it, as a closed home above its jars; empty where
  /// nothing does, or nobody else is to.
  public Optional<String> closed() throws IOException {
    if (forAll && Files.getFileStore(path).supportsFileAttributeView("posix")) {
      List<Path> needed = new ArrayList<>(files(command()));
      needed.add(path);
      for (Path file : needed) {
        for (Path at = file; at != null; at = at.getParent()) {
          if (!Files.getPosixFilePermissions(at)
              .contains(Files.isDirectory(at) ? OTHERS_EXECUTE : OTHERS_READ)) {
            return Optional.of("Other users cannot start it: " + at + " is closed to them.");
          }
        }
      }
    }
    return Optional.empty();
  }

  /// Removes the folder.
  ///
  /// @return false where there is none
  /// @throws IOException also where another kernel is in it
  public boolean remove() throws IOException {
    if (!Files.exists(path)) {
      return false;
    }
    if (!Files.exists(path.resolve(SPEC)) || !isOurs()) {
      throw another();
    }
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.toList().reversed()) {
        Files.delete(file);
      }
    }
    return true;
  }

  /// A spec without a command is what is left of an install that was cut short.
  private boolean isOurs() throws IOException {
    List<String> command = command();
    return command.isEmpty() || command.contains(Main.class.getName());
  }

  private IOException another() {
    return new IOException(path + " holds another kernel: it stays as it is");
  }

  /// The words of its `argv`.
  private List<String> command() throws IOException {
    String json = Files.readString(path.resolve(SPEC));
    int from = Math.max(0, json.indexOf("\"argv\""));
    String argv = json.substring(json.indexOf('[', from) + 1);
    return TEXT.matcher(argv)
        .results()
        .map(word -> word.group(1).replaceAll("\\\\(.)", "$1"))
        .toList();
  }

  /// The files that a command starts from: the JDK's `java`, and the jars.
  private static List<Path> files(List<String> command) {
    String jars = command.get(command.indexOf("-cp") + 1);
    return Stream.concat(Stream.of(command.getFirst()), PATHS.splitAsStream(jars))
        .map(Path::of)
        .toList();
  }

  /// What is wrong with it, with the way out; empty where it starts, and starts quickly.
  public List<String> faults() throws IOException, InterruptedException {
    List<String> command;
    try {
      command = command();
    } catch (NoSuchFileException e) {
      return List.of("There is no kernel in " + path + ": install it.");
    }
    Path java = files(command).getFirst();
    if (!Files.isExecutable(java)) {
      return List.of("The JDK has moved: there is no " + java + " any more. Install again.");
    }
    List<String> faults = new ArrayList<>();
    for (Path jar : files(command)) {
      if (!Files.isReadable(jar)) {
        faults.add("The jar " + jar + " is missing, or cannot be read. Install again.");
      }
    }
    if (faults.isEmpty() && !starts(command, "-XX:AOTMode=on")) {
      faults.add(
          starts(command, "-XX:AOTMode=auto")
              ? "Its start-up cache does not fit this JDK or these jars: it starts later than it"
                  + " could. Install again."
              : "It does not start: run " + java + " -version, and install again.");
    }
    return faults;
  }

  /// Whether it says its version. With `AOTMode=on` a JVM starts with its cache only.
  private static boolean starts(List<String> command, String flag)
      throws IOException, InterruptedException {
    List<String> start = new ArrayList<>(command.subList(0, command.size() - 1));
    start.add(1, flag);
    start.add("--version");
    Process process =
        new ProcessBuilder(start)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(START_S, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return false;
    }
    return process.exitValue() == 0;
  }
}
