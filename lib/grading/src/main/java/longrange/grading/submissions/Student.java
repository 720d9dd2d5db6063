package longrange.grading.submissions;

import java.util.Comparator;

/// Who handed something in, as far as the download says it.
///
/// @param key tells students apart within one download; never empty
/// @param name to be shown
/// @param id the number that the platform knows the student by, or empty
/// @param email or empty
public record Student(String key, String name, String id, String email) {
  /// By name, as in a list of a class, then by key.
  public static final Comparator<Student> ORDER =
      Comparator.comparing(Student::name, String.CASE_INSENSITIVE_ORDER)
          .thenComparing(Student::name)
          .thenComparing(Student::key);

  /// Somebody of whom only a name is known.
  static Student named(String name) {
    return new Student(name, name, "", "");
  }
}
