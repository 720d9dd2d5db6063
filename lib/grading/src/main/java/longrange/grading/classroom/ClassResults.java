package longrange.grading.classroom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import longrange.grading.Contract;
import longrange.grading.submissions.Student;
import longrange.grading.submissions.Submission;

/// The results of a class, read from the journal one student at a time.
public final class ClassResults implements AutoCloseable {
  private final Assignment assignment;
  private final Conditions conditions;
  private final List<Submission> submissions;
  private final Journal journal;
  private final PageNames pages;

  ClassResults(
      Assignment assignment, Conditions conditions, List<Submission> submissions, Journal journal) {
    this.assignment = assignment;
    this.conditions = conditions;
    this.submissions = submissions;
    this.journal = journal;
    this.pages = new PageNames(submissions.stream().map(Submission::student).toList());
  }

  /// Is given one student after the other.
  @FunctionalInterface
  public interface Visitor {
    /// Called in the order of a class list.
    void student(StudentResult result) throws IOException;
  }

  /// What was graded.
  public Assignment assignment() {
    return assignment;
  }

  /// Under which conditions.
  public Conditions conditions() {
    return conditions;
  }

  /// How many students there are.
  public int size() {
    return submissions.size();
  }

  /// Goes through all students.
  public void forEach(Visitor visitor) throws IOException {
    for (Submission submission : submissions) {
      visitor.student(of(submission.student()));
    }
  }

  private StudentResult of(Student student) {
    List<ExerciseResult> exercises = new ArrayList<>();
    for (Contract contract : assignment.exercises()) {
      exercises.add(
          journal
              .result(student.key(), contract.id())
              .orElseThrow(() ->
                  new IllegalStateException(
                      "There is no result of " + student.key() + " in " + contract.id() + ".")));
    }
    return new StudentResult(student, pages.of(student), exercises);
  }

  /// Lets others write to the folder of results.
  @Override
  public void close() throws IOException {
    journal.close();
  }
}
