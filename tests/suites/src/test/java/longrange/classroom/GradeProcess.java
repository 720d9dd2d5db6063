package longrange.classroom;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import longrange.grading.CodeLocation;
import longrange.grading.Graders;

/// `./course grade` as the launcher starts it: in a process of its own, the hidden tests in a jar
/// that is on no class path.
final class GradeProcess {
  private static final String HIDDEN = "longrange.graders.hidden.";

  private final Path tree;
  private final String classPath;

  /// @param tree a folder to work in, in place of a clone
  GradeProcess(Path tree) throws IOException {
    this.tree = tree;
    Path hidden = hidden();
    classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> !entry.isEmpty() && !Path.of(entry).toAbsolutePath().equals(hidden))
            .collect(Collectors.joining(File.pathSeparator));
    Path jars = Files.createDirectories(tree.resolve(".course/jars"));
    Path jar = jars.resolve("longrange-hidden-1.jar");
    if (Files.isDirectory(hidden)) {
      pack(hidden, jar);
    } else {
      Files.copy(hidden, jar, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /// Where the hidden graders of this test run are.
  private static Path hidden() {
    return CodeLocation.of(
        Graders.installed().classes().stream()
            .filter(each -> each.getName().startsWith(HIDDEN))
            .findFirst()
            .orElseThrow());
  }

  private static void pack(Path folder, Path jar) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    try (OutputStream out = Files.newOutputStream(jar);
        var entries = new JarOutputStream(out)) {
      for (Path file : files) {
        entries.putNextEntry(new JarEntry(folder.relativize(file).toString()));
        entries.write(Files.readAllBytes(file));
        entries.closeEntry();
      }
    }
  }

  /// Starts it; what it says goes to a file.
  Process start(Path said, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Dlongrange.root=" + tree,
                "-cp",
                classPath,
                "longrange.course.Main",
                "grade"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(said.toFile())
        .start();
  }

  /// What it has said so far.
  static String said(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
