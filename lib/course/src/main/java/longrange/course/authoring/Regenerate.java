package longrange.course.authoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Writes everything in the repository that is made from the contracts and the reference answers.
///
/// `java lib/course/src/main/java/longrange/course/authoring/Regenerate.java`, in the clone's
/// folder; or with that folder as its argument. A file that is fresh already is not touched.
public final class Regenerate {
  private Regenerate() {}

  /// Writes what is not fresh, and says what it wrote.
  ///
  /// @param arguments the clone's folder; without one, the folder this was started in
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments.length == 0 ? "" : arguments[0]).toAbsolutePath();
    if (!Files.isDirectory(root.resolve("solutions"))) {
      System.err.println(root + " has no folder solutions: start this in the clone's folder.");
      System.exit(2);
    }
    try {
      SortedMap<String, String> files = files(root);
      System.out.println(write(root, files) + " of " + files.size() + " files written.");
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  /// What the files should hold, by their paths relative to the clone.
  ///
  /// @throws IllegalArgumentException in one sentence, when a source lacks something
  public static SortedMap<String, String> files(Path root) throws IOException {
    DefaultImports imports = DefaultImports.read(root);
    SortedMap<String, String> files = new TreeMap<>();
    for (Chapter chapter : Chapter.all(root)) {
      for (Exercise exercise : chapter.exercises()) {
        String name = "exercises/%s/%s.java".formatted(chapter.folder(), exercise.answerName());
        files.put(name, exercise.skeletonFile(chapter));
      }
      Pages pages = new Pages(chapter, imports);
      files.put(chapter.exercisesFile(), pages.exercises().json());
      files.put(chapter.solutionsFile(), pages.solved().json());
    }
    return files;
  }

  private static int write(Path root, SortedMap<String, String> files) throws IOException {
    int written = 0;
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = root.resolve(file.getKey());
      if (!Files.exists(path) || !Files.readString(path).equals(file.getValue())) {
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, file.getValue());
        System.out.println(file.getKey());
        written++;
      }
    }
    return written;
  }
}
