package longrange.course.authoring;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An exercise: its statement and its reference answer.
record Exercise(Statement statement, Answer answer) {
  private static final String TODO = "import longrange.exercises.Todo;";

  /// `MyJacobianProduct`.
  String answerName() {
    return "My" + statement.contract();
  }

  /// The skeleton as a file that compiles by itself.
  String skeletonFile(Chapter chapter) {
    return """
    // %s %s. The statement, with hints, stands in %s.
    // Check this file with: ./course check %s

    %s

    %s\
    """
        .formatted(
            statement.id(),
            statement.title(),
            chapter.exercisesFile(),
            statement.id(),
            String.join("\n", used(answer.imports(), answer.skeleton())),
            answer.skeleton());
  }

  /// The skeleton as a cell, where the default imports hold.
  String skeletonCell(DefaultImports defaults) {
    return cell(defaults, answer.skeleton());
  }

  /// The whole answer as a cell.
  String solvedCell(DefaultImports defaults) {
    return cell(defaults, answer.solved());
  }

  private String cell(DefaultImports defaults, String source) {
    String imports =
        used(answer.imports(), source).stream()
            .filter(line -> !defaults.cover(line))
            .map(line -> line + "\n")
            .collect(Collectors.joining());
    return (imports.isEmpty() ? "" : imports + "\n") + source.strip();
  }

  /// The import lines whose class is named in the source, and the one of `Todo`.
  private static List<String> used(List<String> imports, String source) {
    return Stream.concat(Stream.of(TODO), imports.stream())
        .filter(line -> names(source, line.replaceAll("^.*\\.|;$", "")))
        .distinct()
        .sorted()
        .toList();
  }

  private static boolean names(String source, String type) {
    return Pattern.compile("\\b" + Pattern.quote(type) + "\\b").matcher(source).find();
  }
}
