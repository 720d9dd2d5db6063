package longrange.course.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import longrange.course.build.Jars;
import longrange.course.build.Refusal;
import longrange.course.build.Terminal;
import longrange.course.build.Tree;

/// The copy of the course that students get.
///
/// It says what goes in, and nothing else does: a file that is added to the course is in no bundle
/// before somebody puts it here.
///
/// @param tree the instructor's clone
/// @param verbs the verbs of the command that a student has
public record Bundle(Tree tree, Terminal terminal, Set<String> verbs) {

  /// Makes it.
  ///
  /// @param out a folder that does not exist, or is empty
  public void make(Path out) throws IOException {
    if (Files.exists(out) && !isEmptyFolder(out)) {
      throw Refusal.usage(out + " is there already: name a folder that does not exist.");
    }
    Path half = Files.createDirectories(out).resolveSibling(out.getFileName() + ".half");
    Tree.delete(half);
    try {
      fill(half);
      Files.move(half, out, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Tree.delete(half);
    }
  }

  private static boolean isEmptyFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.findAny().isEmpty();
    }
  }

  private void fill(Path bundle) throws IOException {
    terminal.status("notebooks and skeletons");
    pages(bundle);
    Folders.copy(tree.scripts(), bundle.resolve(Tree.BUNDLED_SCRIPTS));
    launcher(bundle.resolve("course"));
    try (InputStream readme = Bundle.class.getResourceAsStream("README.md")) {
      if (readme == null) {
        throw new IllegalStateException("The bundle's README.md is missing from the jar.");
      }
      Files.copy(readme, bundle.resolve("README.md"));
    }
    terminal.status("jars");
    jars(bundle.resolve(Tree.BUNDLED_JARS));
  }

  /// Notebooks lose the instructor's cells; figures and recorded runs go along.
  private void pages(Path bundle) throws IOException {
    for (String folder : List.of("notebooks", "exercises")) {
      Path from = tree.root().resolve(folder);
      for (Path file : Folders.files(from)) {
        Path relative = from.relativize(file);
        Path to = bundle.resolve(folder).resolve(relative);
        if (file.toString().endsWith(".ipynb")) {
          Files.createDirectories(to.resolveSibling(""));
          Files.writeString(to, StudentNotebook.of(Files.readString(file)));
        } else if (folder.equals("notebooks")
            || relative.toString().matches("ch\\d\\d/.*\\.java")) {
          Files.createDirectories(to.resolveSibling(""));
          Files.copy(file, to);
        }
      }
    }
  }

  /// The launcher, without the lines about verbs that a student does not have.
  private void launcher(Path to) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String line : Files.readAllLines(tree.root().resolve("course"))) {
      boolean isVerb = line.matches("  [a-z]+ {2,}\\S.*");
      if (!isVerb || verbs.contains(line.strip().replaceAll(" .*", ""))) {
        text.append(line).append('\n');
      }
    }
    Files.writeString(to, text);
    if (!to.toFile().setExecutable(true, false)) {
      throw new IOException(to + " cannot be made executable");
    }
  }

  private void jars(Path to) throws IOException {
    Files.createDirectories(to);
    for (Path jar : new Jars(tree).forStudents()) {
      Path copy = to.resolve(jar.getFileName());
      if (Jars.isCommand(jar)) {
        new StudentCommand(jar, verbs).write(copy);
      } else {
        Files.copy(jar, copy);
      }
    }
    terminal.status("diagnosis tables");
    DiagnosisTables.write(to.resolve("longrange-diagnoses.jar"));
  }
}
