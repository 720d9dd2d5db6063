package longrange.course.authoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One chapter with its exercises, as read from the sources.
///
/// @param number 3
/// @param title `The Jacobian product`, from the package doc of its contracts, which begins
///   `Chapter 3, the Jacobian product:`
/// @param exercises in the order of their ids
record Chapter(int number, String title, List<Exercise> exercises) {
  private static final Pattern HEADING = Pattern.compile("/// Chapter (\\d+), ([^:]+):");
  private static final String CONTRACTS = "exercises/src/main/java/longrange/exercises";
  private static final String ANSWERS = "solutions/src/main/java/longrange/solutions";

  /// Every chapter that has contracts.
  static List<Chapter> all(Path root) throws IOException {
    List<Chapter> chapters = new ArrayList<>();
    for (Path contracts : list(root.resolve(CONTRACTS), "ch\\d\\d")) {
      chapters.add(read(contracts, root.resolve(ANSWERS).resolve(contracts.getFileName())));
    }
    return chapters;
  }

  private static Chapter read(Path contracts, Path answers) throws IOException {
    Path about = contracts.resolve("package-info.java");
    Matcher heading = HEADING.matcher(Files.readString(about));
    if (!heading.find()) {
      throw new IllegalArgumentException(
          about + " must begin \"/// Chapter 3, the title of the chapter:\".");
    }
    List<Exercise> exercises = new ArrayList<>();
    for (Path contract : list(contracts, "[A-Z]\\w+\\.java")) {
      String source = Files.readString(contract);
      if (source.contains("@Exercise(")) {
        Path answer = answers.resolve("My" + contract.getFileName());
        exercises.add(
            new Exercise(
                Statement.of(contract.toString(), source),
                Answer.of(answer.toString(), Files.readString(answer))));
      }
    }
    exercises.sort(Comparator.comparing(exercise -> exercise.statement().id()));
    String title = heading.group(2);
    return new Chapter(
        Integer.parseInt(heading.group(1)),
        title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1),
        List.copyOf(exercises));
  }

  private static List<Path> list(Path folder, String name) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(entry -> named(entry, name)).sorted().toList();
    }
  }

  private static boolean named(Path entry, String name) {
    return String.valueOf(entry.getFileName()).matches(name);
  }

  /// `ch03`.
  String folder() {
    return "ch%02d".formatted(number);
  }

  /// `exercises/03-exercises.ipynb`. It is not called as the chapter is: a tab of JupyterLab shows
  /// a file's name alone.
  String exercisesFile() {
    return "exercises/%02d-exercises.ipynb".formatted(number);
  }

  /// `solutions/03-solutions.ipynb`.
  String solutionsFile() {
    return "solutions/%02d-solutions.ipynb".formatted(number);
  }
}
