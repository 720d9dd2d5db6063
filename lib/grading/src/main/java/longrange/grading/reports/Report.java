package longrange.grading.reports;

import java.io.IOException;
import longrange.grading.classroom.StudentResult;

/// One form in which results are written. Students come one after the other, so that a report keeps
/// none of them.
interface Report extends AutoCloseable {
  /// Adds a student, in the order of a class list.
  void student(StudentResult result) throws IOException;

  /// Puts what was written in its place. Without this there is nothing, or what was there before.
  void finish() throws IOException;

  @Override
  void close() throws IOException;
}
