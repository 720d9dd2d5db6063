package longrange.classroom;

import java.util.List;
import java.util.regex.Pattern;
import longrange.grading.Status;

/// An answer to one exercise, whose worth is known beforehand.
///
/// @param exercise its number
/// @param name what is planted in it
/// @param source the text of the class; empty for none
/// @param expected the statuses that are right for it, almost always one
/// @param score its points
/// @param diagnosis what a diagnosis of it must speak of; one that matches nothing for an answer
///   that needs none
record Planted(
    String exercise,
    String name,
    String source,
    List<Status> expected,
    int score,
    Pattern diagnosis) {
  private static final Pattern NONE = Pattern.compile("(?!)");

  static Planted right(String exercise) {
    int points =
        switch (exercise) {
          case "3.1" -> 2;
          case "3.2", "3.3" -> 10;
          default -> 4;
        };
    return new Planted(
        exercise, "right", RightAnswers.of(exercise), List.of(Status.OK), points, NONE);
  }

  static Planted mistake(String exercise, String name, String source, int score, String diagnosis) {
    Pattern words = Pattern.compile(diagnosis, Pattern.CASE_INSENSITIVE);
    return new Planted(exercise, name, source, List.of(Status.WRONG), score, words);
  }

  static Planted ending(String exercise, String name, String source, Status... expected) {
    return new Planted(exercise, name, source, List.of(expected), 0, NONE);
  }

  /// The same with another number of points.
  Planted worth(int points) {
    return new Planted(exercise, name, source, expected, points, diagnosis);
  }

  /// Whether a diagnosis by replay is to be had for it: it is a mistake with values of its own.
  boolean isDiagnosable() {
    return !diagnosis.pattern().equals(NONE.pattern()) && !diagnosis.pattern().isEmpty();
  }

  /// Whether a diagnosis speaks of what is planted.
  boolean isNamedBy(String text) {
    return diagnosis.matcher(text).find();
  }

  /// The name of its class.
  String className() {
    return RightAnswers.className(exercise);
  }
}
