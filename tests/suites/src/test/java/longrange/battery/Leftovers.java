package longrange.battery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a grading run must not leave behind: processes of answers, and folders for temporary files.
///
/// @param processes the command lines of all that look like an answer's
/// @param files what is in the folder for temporary files and looks like the grading's
record Leftovers(Set<String> processes, Set<Path> files) {
  static Leftovers now() throws IOException {
    return of(ProcessHandle.current().pid());
  }

  /// Those of the grader with this number. Its run folder's name is in the command line of every
  /// bubblewrap, and the end of a bubblewrap is the end of all that runs in it.
  static Leftovers of(long grader) throws IOException {
    return new Leftovers(running(grader), lying(grader));
  }

  private static Set<String> running(long grader) throws IOException {
    List<String> marks = List.of("longrange-" + grader + "-", "longrange.orphan=" + grader);
    try (Stream<Path> all = Files.list(Path.of("/proc"))) {
      return all.filter(each -> each.getFileName().toString().matches("\\d+"))
          .map(each -> each.getFileName() + " " + commandLine(each))
          .filter(line -> marks.stream().anyMatch(line::contains))
          .collect(Collectors.toSet());
    }
  }

  private static String commandLine(Path process) {
    try {
      return Files.readString(process.resolve("cmdline")).replace('\0', ' ');
    } catch (IOException e) {
      return "";
    }
  }

  private static Set<Path> lying(long grader) throws IOException {
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.filter(
              each -> each.getFileName().toString().startsWith("longrange-" + grader + "-"))
          .collect(Collectors.toSet());
    }
  }

  List<String> processesSince(Leftovers before) {
    return processes.stream().filter(each -> !before.processes.contains(each)).toList();
  }

  List<Path> filesSince(Leftovers before) {
    return files.stream().filter(each -> !before.files.contains(each)).toList();
  }
}
