package longrange.grading.submissions;

import java.util.List;
import longrange.grading.Contract;
import longrange.grading.Status;
import longrange.grading.extraction.Extracted;
import longrange.grading.extraction.Extraction;

/// A file that could be read. Its text may still be made to hurt who analyses it.
///
/// @param file where it came from
/// @param extraction its answers
record ReadFile(HandedFile file, Extraction extraction) {
  private static final Extracted.Nothing TOO_DEEP =
      new Extracted.Nothing(
          Status.COMPILE, "It does not compile: it is nested too deeply.", List.of());

  /// Whether it has an answer to one of these exercises, or a place for one.
  boolean isAbout(List<Contract> assignment) {
    try {
      return extraction.exercises().stream().anyMatch(assignment::contains);
    } catch (StackOverflowError | IllegalStateException e) {
      // What it is about then shows in its answers.
      return true;
    }
  }

  Extracted answer(Contract contract) {
    try {
      return extraction.answer(contract);
    } catch (StackOverflowError | IllegalStateException e) {
      if (isTooDeep(e)) {
        return TOO_DEEP;
      }
      throw e;
    }
  }

  /// The parsers go as deep as the text. The compiler's wraps what happens then.
  private static boolean isTooDeep(Throwable thrown) {
    return thrown instanceof StackOverflowError || thrown.getCause() instanceof StackOverflowError;
  }
}
