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

  /// Helpers that need helpers that need helpers: deeper than this nobody's do.
  private static final int MOST_REPAIRS = 25;

  /// Compiles and repairs, until it compiles or no repair is left. Each repair takes an import away
  /// or adds a declaration.
  static Attempt of(Answer answer, String classPath, SourceCompiler compiler) {
    List<Problem> lost = new ArrayList<>();
    Answer tried = answer;
    for (int i = 0; i <= MOST_REPAIRS; i++) {
      Program program = tried.program();
      SourceCompiler.Result result =
          compiler.compile(program.className(), program.text(), classPath);
      if (result.succeeded()) {
        return new Attempt(tried, result.classes(), List.of());
      }
      List<Problem> problems =
          result.complaints().stream().map(each -> Problem.of(each, program)).toList();
      Optional<Answer> repaired = tried.repaired(problems);
      if (repaired.isEmpty()) {
        lost.addAll(problems);
        return new Attempt(tried, Map.of(), List.copyOf(lost));
      }
      lost.addAll(tried.importProblems(problems));
      tried = repaired.get();
    }
    throw new SourceCompiler.Stopped(
        "Its helpers lie in more than %d cells, each of which needs the next: put them into one cell."
            .formatted(MOST_REPAIRS));
  }
}
