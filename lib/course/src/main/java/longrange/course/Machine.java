package longrange.course;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import longrange.course.build.Packages;
import longrange.course.build.Refusal;
import longrange.course.build.Terminal;
import longrange.course.build.Tool;
import longrange.course.build.Tree;
import longrange.course.environment.Environment;
import longrange.course.environment.Interpreter;
import longrange.notebook.Figure;

/// What this machine offers the course.
///
/// @param tree the clone
record Machine(Tree tree) {
  private static final long GIGABYTE = 1L << 30;
  private static final long MEMORY_NEEDED = 3 * GIGABYTE;
  private static final long DISK_NEEDED = 2 * GIGABYTE;

  Finding system() {
    String name = System.getProperty("os.name");
    if (name.startsWith("Linux")) {
      return Finding.good(name + " " + System.getProperty("os.version"));
    }
    return Finding.fair(
        name
            + ": the course is tried on Linux first; notebooks and checks work, the sandbox for"
            + " grading others' answers does not.");
  }

  Finding jdk() {
    int feature = Runtime.version().feature();
    String found = "JDK " + Runtime.version() + " in " + System.getProperty("java.home");
    return feature == 25
        ? Finding.good(found)
        : Finding.fair(found + ": the course is made for 25, and not tried with newer ones");
  }

  Finding maven() throws IOException {
    Optional<Path> maven = Tool.onPath("mvn");
    if (maven.isEmpty()) {
      return Finding.bad("there is no Maven. Install it: " + Packages.command("maven"));
    }
    String[] version = {""};
    Map<String, String> jdk = Map.of("JAVA_HOME", System.getProperty("java.home"));
    new Tool(
            List.of(maven.get().toString(), "-B", "--version"), tree.root(), jdk, tree.log("maven"))
        .run(line -> version[0] = line.contains("Apache Maven ") ? line : version[0]);
    return Finding.good(version[0] + " in " + maven.get());
  }

  Finding python() {
    try {
      Interpreter python = Interpreter.find();
      return Finding.good("Python " + python.version() + " in " + python.executable());
    } catch (Refusal e) {
      return Finding.bad(e.getMessage());
    }
  }

  Finding environment() throws IOException {
    Environment environment = new Environment(tree, Terminal.standard());
    return environment.isReady()
        ? Finding.good("JupyterLab and the kernel in " + tree.shown(environment.home()))
        : Finding.fair("JupyterLab is not installed yet: ./course lab does that");
  }

  /// Where the trial picture goes.
  Path drawing() {
    return tree.made().resolve("doctor.png");
  }

  /// Draws one chart: for that Java needs a font, and the library that finds fonts.
  Finding picture() throws IOException {
    try {
      byte[] png =
          Figure.of("The course can draw here").x("x").y("x²").line("x²", 0, 1, x -> x * x).png();
      Files.createDirectories(drawing().getParent());
      Files.write(drawing(), png);
      return Finding.good("Java draws pictures without a screen");
    } catch (LinkageError | InternalError | RuntimeException e) {
      return Finding.bad(
          "Java cannot draw ("
              + e
              + "). Install a font and what finds it: "
              + Packages.command("fontconfig")
              + " fonts-dejavu-core");
    }
  }

  Finding disk() throws IOException {
    long free = Files.getFileStore(tree.root()).getUsableSpace();
    String text = "%.1f GB free on the disk".formatted((double) free / GIGABYTE);
    return free >= DISK_NEEDED || Files.exists(tree.built())
        ? Finding.good(text)
        : Finding.fair(text + ": the course and its libraries need 2");
  }

  Finding memory() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    String text = "%.1f GB of memory".formatted((double) system.getTotalMemorySize() / GIGABYTE);
    return system.getTotalMemorySize() >= MEMORY_NEEDED
        ? Finding.good(text)
        : Finding.fair(text + ": a kernel, JupyterLab and a browser want 3");
  }

  Finding tool(TestTool tool) {
    return tool.find()
        .map(path -> Finding.good(path + ", for " + tool.tests()))
        .orElseGet(() -> Finding.fair("only for " + tool.missing()));
  }
}
