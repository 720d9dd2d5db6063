package longrange.grading.classroom;

import java.util.List;
import longrange.grading.Checker;
import longrange.grading.Contract;
import longrange.grading.Status;
import longrange.grading.Verdict;
import longrange.grading.extraction.Answer;
import longrange.grading.extraction.Extracted;
import longrange.grading.submissions.Handed;

/// Grades one exercise of one student. There is always a result.
///
/// @param assignment what is graded
/// @param examiner runs the tests
public record Grading(Assignment assignment, Examiner examiner) {
  /// A first failure of the machine may be chance; a second is a result.
  private static final int ATTEMPTS = 2;

  /// Whatever a file does to the reader of it is the result of this exercise alone.
  ExerciseResult grade(Handed handed, Contract contract) {
    Handed.Choice choice;
    try {
      choice = handed.answer(contract);
    } catch (RuntimeException | LinkageError | VirtualMachineError e) {
      return ExerciseResult.of(infra(contract, e), assignment, List.of());
    }
    return switch (choice.extracted()) {
      case Extracted.Nothing(Status status, String message, List<String> warnings) ->
          result(notRun(contract, status, message).warned(warnings), choice);
      case Answer answer -> result(examined(answer), choice);
    };
  }

  /// The result where what was handed in could not even be opened.
  ExerciseResult unopened(Contract contract, Throwable why) {
    String message =
        "What was handed in could not be read here (%s). Once it can, the same command grades it."
            .formatted(why.getClass().getSimpleName());
    return ExerciseResult.of(notRun(contract, Status.INFRA, message), assignment, List.of());
  }

  private ExerciseResult result(Verdict verdict, Handed.Choice choice) {
    return ExerciseResult.of(verdict, assignment, choice.warnings());
  }

  private Verdict examined(Answer answer) {
    Verdict verdict = attempt(answer);
    for (int i = 1; i < ATTEMPTS && verdict.status() == Status.INFRA; i++) {
      verdict = attempt(answer);
    }
    return verdict;
  }

  private Verdict attempt(Answer answer) {
    try {
      return examiner.examine(answer).verdict();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return infra(answer.contract(), e);
    } catch (Exception | LinkageError | VirtualMachineError e) {
      return infra(answer.contract(), e);
    }
  }

  private Verdict infra(Contract contract, Throwable e) {
    return notRun(contract, Status.INFRA, "The grader could not do its part: " + e);
  }

  private Verdict notRun(Contract contract, Status status, String message) {
    return Checker.standard().withGraders(assignment.graders()).notRun(contract, status, message);
  }
}
