package longrange.grading.submissions;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What one student handed in, unopened.
///
/// @param student whose it is
/// @param sources files, folders and archives
public record Submission(Student student, List<Source> sources) {

  /// A file or a folder.
  ///
  /// @param path where it is
  /// @param name as the student gave it, as far as the download still has that
  public record Source(Path path, String name) {}

  public Submission {
    sources = List.copyOf(sources);
  }

  static Submission of(Student student, Source source) {
    return new Submission(student, List.of(source));
  }

  /// The same student's two submissions together.
  Submission with(Submission other) {
    return new Submission(
        student, Stream.concat(sources.stream(), other.sources.stream()).toList());
  }
}
