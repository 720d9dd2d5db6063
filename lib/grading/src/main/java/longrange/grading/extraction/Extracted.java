package longrange.grading.extraction;

import java.util.List;
import longrange.grading.Status;

/// What a file has for an exercise: an {@link Answer}, or {@link Nothing}.
public sealed interface Extracted permits Answer, Extracted.Nothing {

  /// There is nothing that could be compiled.
  ///
  /// @param status {@link Status#MISSING} or {@link Status#TODO}
  /// @param message why, in a sentence
  /// @param warnings what the student should know
  record Nothing(Status status, String message, List<String> warnings) implements Extracted {}
}
