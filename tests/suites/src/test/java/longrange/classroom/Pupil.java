package longrange.classroom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import longrange.grading.Status;

/// A generated student.
///
/// @param name as the reports have it
/// @param what what this one is about
/// @param answers what is expected of each of the four exercises
/// @param handIn writes the files
record Pupil(String name, String what, List<Planted> answers, HandIn handIn) {
  /// Writes a student's files into the folder of the class.
  @FunctionalInterface
  interface HandIn {
    void write(Path folder) throws IOException;
  }

  /// Hands in these answers in a form; the exercises that are not named are right.
  static Pupil of(String name, String what, Form form, List<Planted> special) {
    List<Planted> answers =
        RightAnswers.EXERCISES.stream()
            .map(exercise ->
                special.stream()
                    .filter(each -> each.exercise().equals(exercise))
                    .findFirst()
                    .orElseGet(() -> Planted.right(exercise)))
            .toList();
    return new Pupil(name, what, answers, folder -> form.write(folder, name, answers));
  }

  /// Hands in files of another kind, which have this status in every exercise.
  static Pupil careless(String name, String what, Status status, HandIn handIn) {
    List<Planted> answers =
        RightAnswers.EXERCISES.stream()
            .map(exercise -> Planted.ending(exercise, what, "", status))
            .toList();
    return new Pupil(name, what, answers, handIn);
  }
}
