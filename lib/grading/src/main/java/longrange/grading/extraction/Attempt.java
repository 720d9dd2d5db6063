package longrange.grading.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An answer compiled, after all the repairs that its file allows.
///
/// @param answer as last repaired
/// @param classes its class files by binary name; empty when there are problems
/// @param problems the errors that are left, and those of lost imports of the answer's own cell
record Attempt(Answer answer, Map<String, byte[]> classes, List<Problem> problems) {

  /// Compiles and repairs, until it compiles or no repair is left. Each repair takes an import away
  /// or adds a declaration, so this ends.
  static Attempt of(Answer answer, String classPath) {
    List<Problem> lost = new ArrayList<>();
    Answer tried = answer;
    while (true) {
      Javac.Result result = Javac.compile(tried.program(), classPath);
      if (result.succeeded()) {
        return new Attempt(tried, result.classes(), List.of());
      }
      Optional<Answer> repaired = tried.repaired(result.problems());
      if (repaired.isEmpty()) {
        lost.addAll(result.problems());
        return new Attempt(tried, Map.of(), List.copyOf(lost));
      }
      lost.addAll(tried.importProblems(result.problems()));
      tried = repaired.get();
    }
  }
}
