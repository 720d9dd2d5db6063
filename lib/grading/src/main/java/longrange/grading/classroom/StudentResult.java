package longrange.grading.classroom;

import java.util.List;
import java.util.OptionalInt;
import longrange.grading.submissions.Student;

/// One student, graded.
///
/// @param student who
/// @param page the name of the student's page, without its extension: safe in a file's name and in
///   an address
/// @param exercises in the order of the assignment
public record StudentResult(Student student, String page, List<ExerciseResult> exercises) {
  public StudentResult {
    exercises = List.copyOf(exercises);
  }

  /// All points; none as long as one exercise has no score.
  public OptionalInt total() {
    return exercises.stream().anyMatch(each -> each.score().isEmpty())
        ? OptionalInt.empty()
        : OptionalInt.of(exercises.stream().mapToInt(each -> each.score().orElseThrow()).sum());
  }
}
