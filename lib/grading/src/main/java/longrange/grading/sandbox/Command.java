package longrange.grading.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import longrange.grading.sandbox.student.Main;

/// The command that starts an answer's process.
///
/// @param isolation what stands between it and this machine
/// @param limits what it may use up
/// @param user whom it runs as
record Command(Isolation isolation, Limits limits, User user) {
  private static final String INSIDE = "/course/";
  private static final long MEGABYTE = 1 << 20;

  /// What a JVM needs of the system, where it is. No shell and no other tool is among it.
  private static final List<String> SYSTEM =
      List.of("/usr/lib", "/usr/lib32", "/usr/lib64", "/lib", "/lib32", "/lib64");

  private static final String SPAWN_HELPER = "lib/jspawnhelper";

  private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");

  /// The command for the n-th process.
  List<String> of(int n, Path jar, Path cache, Path socket) {
    boolean cached = Files.isRegularFile(cache);
    List<String> command = new ArrayList<>(user.before(n));
    if (isolation == Isolation.BWRAP) {
      command.addAll(bubblewrap());
      bind(command, jar, StudentJar.NAME);
      if (cached) {
        bind(command, cache, "student.aot");
      }
      bind(command, socket, "socket");
      command.addAll(List.of("--chdir", INSIDE));
      // Through a writable /proc a process writes into its own memory, its code included.
      command.addAll(
          List.of("--remount-ro", "/", "--remount-ro", "/dev", "--remount-ro", "/proc", "--"));
    }
    if (isolation != Isolation.NONE) {
      command.addAll(rlimits());
    }
    boolean inside = isolation == Isolation.BWRAP;
    command.addAll(java());
    if (cached) {
      command.add("-XX:AOTCache=" + (inside ? INSIDE + "student.aot" : cache));
    }
    command.addAll(main(Main.class));
    command.addAll(
        List.of(
            inside ? INSIDE + "socket" : socket.toString(),
            String.valueOf(limits.frame()),
            String.valueOf(limits.depth())));
    return command;
  }

  /// The end of a command: a main class of the answer's jar, which is a module. So what is not
  /// exported of it is closed to an answer's reflection too.
  ///
  /// The jar is named from the working folder: the start-up cache holds for a module path that is
  /// the same word by word, and the jar lies elsewhere inside than outside.
  static List<String> main(Class<?> main) {
    return List.of(
        "--module-path=" + StudentJar.NAME,
        "--add-modules=ALL-DEFAULT",
        "--add-exports=java.base/jdk.internal.misc=" + StudentJar.MODULE,
        "--module=" + StudentJar.MODULE + "/" + main.getName());
  }

  private static void bind(List<String> command, Path file, String name) {
    command.addAll(List.of("--ro-bind", file.toString(), INSIDE + name));
  }

  /// Nothing is shared, nothing is writable, and all of it ends with this process. A folder in
  /// memory would be writable within a size, but not within a number of files, and each takes up
  /// the kernel's own memory.
  List<String> bubblewrap() {
    List<String> command =
        new ArrayList<>(
            List.of(
                SystemProgram.find("bwrap").map(Path::toString).orElse("bwrap"),
                "--unshare-all",
                "--die-with-parent",
                "--new-session",
                "--clearenv",
                "--cap-drop",
                "ALL",
                "--hostname",
                "answer",
                "--setenv",
                "LANG",
                "C.UTF-8"));
    for (String folder : SYSTEM) {
      system(command, Path.of(folder));
    }
    for (Path place : List.of(home(), PRLIMIT, Path.of("/etc/ld.so.cache"), configuration())) {
      command.addAll(List.of("--ro-bind-try", place.toString(), place.toString()));
    }
    // Without this program of the JDK, Java starts no process.
    command.addAll(List.of("--ro-bind", "/dev/null", home().resolve(SPAWN_HELPER).toString()));
    command.addAll(List.of("--proc", "/proc", "--dev", "/dev", "--dir", "/tmp"));
    return command;
  }

  private static void system(List<String> command, Path folder) {
    if (Files.isSymbolicLink(folder)) {
      try {
        Path target = Files.readSymbolicLink(folder);
        command.addAll(List.of("--symlink", target.toString(), folder.toString()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    } else if (Files.isDirectory(folder)) {
      command.addAll(List.of("--ro-bind", folder.toString(), folder.toString()));
    }
  }

  private static Path home() {
    return Path.of(System.getProperty("java.home"));
  }

  /// Where Debian's own JDKs keep the files that their `conf` points to.
  private static Path configuration() {
    return Path.of("/etc/java-%d-openjdk".formatted(Runtime.version().feature()));
  }

  /// Set inside the new user namespace, where the number of threads is counted for this process
  /// alone; as limits of the grader's user they would be its neighbours' too.
  List<String> rlimits() {
    List<String> command = new ArrayList<>(List.of(PRLIMIT.toString()));
    boolean own = isolation == Isolation.BWRAP || user.drops();
    if (own) {
      command.add("--nproc=" + limits.threads());
    }
    command.addAll(
        List.of(
            "--data=" + limits.data() * MEGABYTE,
            // Shared memory is no data to the kernel. A JVM with these flags reserves 1.6 GB.
            "--as=" + (limits.data() + 2_048) * MEGABYTE,
            "--nofile=64",
            "--fsize=0",
            "--cpu=" + 20 * limits.cpu().toSeconds(),
            "--core=0",
            "--"));
    return command;
  }

  List<String> java() {
    return List.of(
        home().resolve("bin/java").toString(),
        "-Xmx%dm".formatted(limits.heap()),
        "-Xms16m",
        "-Xss1m",
        "-XX:+UseSerialGC",
        "-XX:MaxMetaspaceSize=96m",
        "-XX:MaxDirectMemorySize=64m",
        "-XX:ReservedCodeCacheSize=32m",
        "-XX:CompressedClassSpaceSize=48m",
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:-UsePerfData",
        // Most answers are done before the compiler pays off: it begins five times later.
        "-XX:CompileThresholdScaling=5",
        "-XX:-CreateCoredumpOnCrash",
        "-XX:+DisableAttachMechanism",
        "-XX:-UseContainerSupport",
        // No way out of Java: neither raw memory nor a native agent, and see ShutDoors.
        "--sun-misc-unsafe-memory-access=deny",
        "-XX:-EnableDynamicAgentLoading",
        // Thread pools are sized by this: the same on every machine.
        "-XX:ActiveProcessorCount=2",
        "-Duser.language=en",
        "-Duser.country=US",
        "-Duser.timezone=UTC",
        "-Duser.home=/",
        "-Dfile.encoding=UTF-8",
        "-Dstdout.encoding=UTF-8",
        "-Dstderr.encoding=UTF-8");
  }
}
