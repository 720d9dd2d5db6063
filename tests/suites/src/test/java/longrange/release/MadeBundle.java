package longrange.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import longrange.course.build.Jars;
import longrange.course.build.LaunchArguments;
import longrange.course.build.Tree;

/// A student's bundle, made by the command from the jars that Maven has just made.
///
/// @param root where it is
/// @param whole the instructor's course that it was made from
record MadeBundle(Path root, Tree whole) {
  /// Nobody who runs tests has this number, and no group or folder belongs to it.
  private static final String STUDENT = "64123";

  private static final List<String> TOOLS =
      List.of(
          "sh", "dirname", "locale", "readlink", "sed", "cat", "find", "head", "uname", "python3");

  /// What a command said, and how it ended.
  record Result(int code, String output) {}

  static MadeBundle in(Path folder, Path course) throws IOException, InterruptedException {
    Tree whole = new Tree(Files.createDirectories(folder.resolve("instructor")));
    try (Stream<Path> top = Files.list(course)) {
      for (Path file : top.filter(each -> !each.endsWith(".course")).toList()) {
        Files.createSymbolicLink(whole.root().resolve(file.getFileName()), file);
      }
    }
    Jars jars = new Jars(whole);
    jars.update();
    Path root = folder.resolve("Kurs für Studierende");
    List<String> command = new ArrayList<>(List.of(java()));
    command.addAll(new LaunchArguments(whole, jars.classPath()).with("-XX:-UsePerfData"));
    command.addAll(List.of("release", "--out", root.toString()));
    Result result = run(command, whole.root(), "");
    if (result.code() != 0) {
      throw new IOException(result.output());
    }
    MadeBundle bundle = new MadeBundle(root, whole);
    if (isRoot()) {
      run(List.of("chmod", "a+rx", folder.toString()), folder, "");
      run(List.of("chown", "-Rh", STUDENT + ":" + STUDENT, root.toString()), folder, "");
    }
    return bundle;
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /// Runs the launcher as a student: as somebody else where that can be done, with a JDK and
  /// without Maven on the path.
  Result course(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(
          List.of(
              "/usr/bin/setpriv", "--reuid", STUDENT, "--regid", STUDENT, "--clear-groups", "--"));
    }
    command.add(root.resolve("course").toString());
    command.addAll(List.of(arguments));
    return run(command, root, pathWithoutMaven());
  }

  private String pathWithoutMaven() throws IOException {
    Path tools = root.resolveSibling("tools");
    if (!Files.exists(tools)) {
      Files.createDirectories(tools);
      for (String tool : TOOLS) {
        for (String folder : List.of("/usr/bin", "/bin", "/opt/homebrew/bin")) {
          Path file = Path.of(folder, tool);
          if (Files.isExecutable(file) && !Files.exists(tools.resolve(tool))) {
            Files.createSymbolicLink(tools.resolve(tool), file);
          }
        }
      }
    }
    return tools.toString();
  }

  /// Takes away what leads out of the folder, before the folder itself goes.
  void unlink() throws IOException {
    for (Path folder : List.of(whole.root(), root.resolveSibling("tools"))) {
      try (Stream<Path> all = Files.list(folder)) {
        for (Path link : all.filter(Files::isSymbolicLink).toList()) {
          Files.delete(link);
        }
      }
    }
  }

  /// @param path all that the command sees of this environment; empty for all of it
  private static Result run(List<String> command, Path folder, String path)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    if (!path.isEmpty()) {
      builder.environment().clear();
      builder.environment().put("PATH", path);
      builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    }
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }
}
