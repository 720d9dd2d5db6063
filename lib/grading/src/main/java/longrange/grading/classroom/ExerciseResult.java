package longrange.grading.classroom;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import longrange.grading.Outcome;
import longrange.grading.Status;
import longrange.grading.TestResult;
import longrange.grading.Verdict;
import longrange.grading.diagnosis.Diagnosis;

/// One exercise of one student, graded: what the journal keeps and the reports show.
///
/// @param exercise its number
/// @param points what it is worth
/// @param status what became of it
/// @param message why there is nothing better than this status; empty where the tests say it
/// @param warnings what the student should know, one sentence each
/// @param tests every test, in order
public record ExerciseResult(
    String exercise,
    int points,
    Status status,
    String message,
    List<String> warnings,
    List<Test> tests) {

  /// One test.
  ///
  /// @param name of the grader's class and method
  /// @param hidden whether students see nothing of it but title, outcome and diagnosis
  /// @param message what was tried, expected and observed
  /// @param misconception what whoever gets these results believes, or empty
  /// @param hint what the student is told of it, or empty
  public record Test(
      String name,
      boolean hidden,
      String title,
      int points,
      Outcome outcome,
      String message,
      String misconception,
      String hint) {

    static Test of(TestResult test, boolean hidden) {
      return new Test(
          test.grader() + "." + test.method(),
          hidden,
          test.title(),
          test.points(),
          test.outcome(),
          test.message(),
          test.diagnosis().map(Diagnosis::misconception).orElse(""),
          test.diagnosis().map(Diagnosis::hint).orElse(""));
    }

    Test withoutResult() {
      return new Test(name, hidden, title, points, Outcome.NOT_RUN, "", "", "");
    }

    /// All points or none.
    public int earned() {
      return outcome == Outcome.PASSED ? points : 0;
    }
  }

  /// More warnings than these nobody reads; a file may give rise to thousands.
  private static final int MOST_WARNINGS = 20;

  public ExerciseResult {
    warnings = warnings.stream().limit(MOST_WARNINGS).toList();
    tests = List.copyOf(tests);
  }

  /// Where there is no score, the tests have no results either: they would be others next time.
  static ExerciseResult of(Verdict verdict, Assignment assignment, List<String> warnings) {
    boolean scored = verdict.status().isScored();
    return new ExerciseResult(
        verdict.contract().id(),
        verdict.contract().points(),
        verdict.status(),
        verdict.message(),
        Stream.concat(warnings.stream(), verdict.warnings().stream()).distinct().toList(),
        verdict.tests().stream()
            .map(test -> Test.of(test, assignment.isHidden(test)))
            .map(test -> scored ? test : test.withoutResult())
            .toList());
  }

  /// The misconceptions that its tests show, each once, in the tests' order.
  public List<String> misconceptions() {
    return tests.stream()
        .map(Test::misconception)
        .filter(each -> !each.isEmpty())
        .distinct()
        .toList();
  }

  /// The points; none where the grader could not tell, which is never a 0.
  public OptionalInt score() {
    return status.isScored()
        ? OptionalInt.of(tests.stream().mapToInt(Test::earned).sum())
        : OptionalInt.empty();
  }
}
