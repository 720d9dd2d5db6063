package longrange.kernel.install;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
public record KernelFolder(Path path) {
  private static final String SPEC = "kernel.json";

  /// How long a start to say its version may take: a busy machine's minute.
  private static final int START_S = 60;

  private static final Pattern TEXT = Pattern.compile("\\G[\\s,]*\"((?:[^\"\\\\]++|\\\\.)*+)\"");

  /// Where Jupyter looks for the kernels of the user who runs this.
  public static KernelFolder ofUser(String name) {
    return new KernelFolder(data().resolve("kernels").resolve(name));
  }

  /// Where a Jupyter in `prefix` looks, as `/usr/local` or a virtual environment.
  public static KernelFolder under(Path prefix, String name) {
    return new KernelFolder(prefix.resolve("share/jupyter/kernels").resolve(name));
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

  /// Writes the spec. Whoever runs the server can read it, and what else is in the folder.
  public void write(KernelSpec spec) throws IOException {
    spec.write(path);
    share();
  }

  /// Makes all in the folder readable for everybody, whatever the mask of who has made it.
  public void share() throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.toList()) {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
          Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
          permissions.add(PosixFilePermission.GROUP_READ);
          permissions.add(PosixFilePermission.OTHERS_READ);
          if (Files.isDirectory(file)) {
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
          }
          Files.setPosixFilePermissions(file, permissions);
        }
      }
    }
  }

  /// Removes the folder.
  ///
  /// @return false where there is none
  /// @throws IOException also where another kernel is in it
  public boolean remove() throws IOException {
    if (!Files.exists(path)) {
      return false;
    }
    if (!Files.exists(path.resolve(SPEC)) || !command().contains(Main.class.getName())) {
      throw new IOException(path + " holds another kernel: it is not removed");
    }
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
              throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
    return true;
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

  /// What is wrong with it, with the way out; empty where it starts, and starts quickly.
  public List<String> faults() throws IOException, InterruptedException {
    List<String> command;
    try {
      command = command();
    } catch (NoSuchFileException e) {
      return List.of("There is no kernel in " + path + ": install it.");
    }
    Path java = Path.of(command.getFirst());
    if (!Files.isExecutable(java)) {
      return List.of("The JDK has moved: there is no " + java + " any more. Install again.");
    }
    List<String> faults = new ArrayList<>();
    for (String jar : command.get(command.indexOf("-cp") + 1).split(File.pathSeparator, -1)) {
      if (!Files.isReadable(Path.of(jar))) {
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
