package longrange.grading.submissions;

import java.util.List;
import longrange.grading.Contract;
import longrange.grading.extraction.Extraction;

/// A file that could be read.
///
/// @param file where it came from
/// @param extraction its answers
record ReadFile(HandedFile file, Extraction extraction) {
  /// Whether it has an answer to one of these exercises, or a place for one.
  boolean isAbout(List<Contract> assignment) {
    return extraction.exercises().stream().anyMatch(assignment::contains);
  }
}
