package longrange.grading.extraction;

import java.util.List;
import longrange.grading.Checker;
import longrange.grading.Contract;
import longrange.grading.Status;
import longrange.grading.Verdict;

/// What a file has for an exercise: an {@link Answer}, or {@link Nothing}.
public sealed interface Extracted permits Answer, Extracted.Nothing {

  /// Compiles it and checks it. There is always a verdict.
  default Verdict check(Contract contract, Checker checker) {
    return switch (this) {
      case Nothing(Status status, String message, List<String> warnings) ->
          checker.notRun(contract, status, message).warned(warnings);
      case Answer answer ->
          switch (Compilation.of(answer)) {
            case Compilation.Failed(Status status, String message) ->
                checker.notRun(contract, status, message).warned(answer.warnings());
            case Compilation.Compiled compiled -> compiled.check(checker);
          };
    };
  }

  /// There is nothing that could be compiled.
  ///
  /// @param status {@link Status#MISSING} or {@link Status#TODO}
  /// @param message why, in a sentence
  /// @param warnings what the student should know
  record Nothing(Status status, String message, List<String> warnings) implements Extracted {}
}
