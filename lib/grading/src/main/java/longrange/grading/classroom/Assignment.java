package longrange.grading.classroom;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import longrange.grading.Contract;
import longrange.grading.Graders;
import longrange.grading.TestResult;

/// What is graded, and by which tests.
///
/// @param exercises in their order
/// @param visible the tests that students have
/// @param hidden the tests of which a student sees the title and the diagnosis only
public record Assignment(List<Contract> exercises, Graders visible, Graders hidden) {
  public Assignment {
    exercises = List.copyOf(exercises);
  }

  /// All tests, the visible ones first.
  public Graders graders() {
    return new Graders(
        Stream.concat(visible.classes().stream(), hidden.classes().stream()).toList());
  }

  /// All points there are.
  public int points() {
    return exercises.stream().mapToInt(Contract::points).sum();
  }

  boolean isHidden(TestResult test) {
    return hiddenNames().contains(test.grader());
  }

  private Set<String> hiddenNames() {
    return hidden.classes().stream().map(Class::getName).collect(Collectors.toSet());
  }
}
