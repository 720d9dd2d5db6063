package longrange.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// A fresh clone of the course as it stands in the working folder, committed, nothing built.
///
/// @param root where it is
record Clone(Path root) {

  /// What a command said, and how it ended.
  record Result(int code, String output) {}

  /// Makes one.
  static Clone at(Path folder) throws IOException, InterruptedException {
    Path course = course();
    Files.createDirectories(folder);
    Clone clone = new Clone(folder);
    Result files = execute(course, List.of("git", "ls-files", "-co", "--exclude-standard", "-z"));
    for (String file : files.output().split("\0", -1)) {
      if (!file.isEmpty() && Files.exists(course.resolve(file))) {
        Files.createDirectories(folder.resolve(file).resolveSibling(""));
        Files.copy(course.resolve(file), folder.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    clone.git("init", "-q");
    clone.git("add", "-A");
    clone.git("-c", "user.name=t", "-c", "user.email=t@t", "commit", "-q", "-m", "the course");
    return clone;
  }

  private static Path course() {
    return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
        .filter(folder -> Files.isRegularFile(folder.resolve("course")))
        .findFirst()
        .orElseThrow();
  }

  Path mine(String file) {
    return root.resolve("mine").resolve(file);
  }

  /// The files of the student, without the record of where they came from.
  List<Path> copies() throws IOException {
    try (Stream<Path> all = Files.walk(root.resolve("mine"))) {
      return all.filter(Files::isRegularFile)
          .filter(file -> file.toString().matches(".*\\.(java|ipynb)"))
          .sorted()
          .toList();
    }
  }

  /// Runs the launcher as a user does whose default Java is none of its business.
  Result course(String... arguments) throws IOException, InterruptedException {
    return course(Map.of(), arguments);
  }

  /// The same with variables of its own.
  Result course(Map<String, String> variables, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("./course"));
    command.addAll(List.of(arguments));
    return execute(root, command, variables);
  }

  Result git(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Result result = execute(root, command);
    if (result.code() != 0) {
      throw new IOException(command + ": " + result.output());
    }
    return result;
  }

  private static Result execute(Path folder, List<String> command)
      throws IOException, InterruptedException {
    return execute(folder, command, Map.of());
  }

  private static Result execute(Path folder, List<String> command, Map<String, String> variables)
      throws IOException, InterruptedException {
    Process process = start(folder, command, variables);
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }

  static Process start(Path folder, List<String> command, Map<String, String> variables)
      throws IOException {
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().remove("JAVA_HOME");
    builder.environment().putAll(variables);
    return builder.start();
  }
}
