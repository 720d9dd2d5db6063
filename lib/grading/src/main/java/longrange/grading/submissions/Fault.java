package longrange.grading.submissions;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import longrange.grading.Contract;
import longrange.grading.Status;
import longrange.grading.extraction.Extracted;

/// What is wrong with a submission as a whole, as the result of each of its exercises.
final class Fault {
  private Fault() {}

  static Extracted.Nothing rejected(String why) {
    return new Extracted.Nothing(Status.REJECTED, why, List.of());
  }

  /// What is wrong with the files, if that leaves nothing to grade.
  ///
  /// @param read those that could be read
  /// @param unreadable a sentence for each that could not
  /// @param others names of files of no use here
  static Optional<Extracted.Nothing> of(
      List<ReadFile> read,
      List<String> unreadable,
      List<String> others,
      List<Contract> assignment) {
    if (read.isEmpty() && !unreadable.isEmpty()) {
      return Optional.of(rejected(String.join(" ", unreadable)));
    }
    if (read.isEmpty()) {
      return Optional.of(nothingOfUse(others));
    }
    return read.stream().anyMatch(file -> file.isAbout(assignment))
        ? Optional.empty()
        : Optional.of(otherAssignment(read, assignment));
  }

  private static Extracted.Nothing nothingOfUse(List<String> others) {
    return others.isEmpty()
        ? new Extracted.Nothing(Status.MISSING, "Nothing was handed in.", List.of())
        : rejected(
            "%s is neither a notebook (.ipynb) nor a Java file (.java) nor a .zip of them."
                .formatted(others.getFirst()));
  }

  private static Extracted.Nothing otherAssignment(List<ReadFile> read, List<Contract> assignment) {
    String names =
        read.stream().map(each -> each.file().name()).limit(3).collect(Collectors.joining(", "));
    String ids = assignment.stream().map(Contract::id).collect(Collectors.joining(", "));
    return rejected(
        "This is not the assignment: %s has no answer to any of %s, and no place for one."
            .formatted(names, ids));
  }
}
