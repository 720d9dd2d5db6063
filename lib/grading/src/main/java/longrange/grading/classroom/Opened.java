package longrange.grading.classroom;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import longrange.grading.Contract;
import longrange.grading.submissions.Handed;
import longrange.grading.submissions.Submission;

/// A submission whose exercises wait for workers. The last of them closes it.
final class Opened {
  private final Submission submission;
  private final Handed handed;
  private final List<Contract> open;
  private final AtomicInteger left;

  /// @param open the exercises that have no result yet, at least one
  Opened(Submission submission, Handed handed, List<Contract> open) {
    this.submission = submission;
    this.handed = handed;
    this.open = List.copyOf(open);
    this.left = new AtomicInteger(open.size());
  }

  List<Contract> open() {
    return open;
  }

  /// Grades one exercise and writes it down.
  void grade(Contract contract, Grading grading, Journal journal) throws IOException {
    try {
      ExerciseResult result = grading.grade(handed, contract);
      journal.add(new Journal.Line(submission.student().key(), handed.hash(), result));
    } finally {
      if (left.decrementAndGet() == 0) {
        handed.close();
      }
    }
  }
}
