package longrange.grading.submissions;

import java.util.Set;

/// What the name of a file makes of it: something to read, something to leave, something that has
/// no place in a submission.
///
/// @param nested whether the file lies in an archive already
record Sorting(boolean nested) {
  private static final Set<String> SOURCES = Set.of("ipynb", "java");
  private static final Set<String> COMPILED = Set.of("class", "jar", "war", "jmod", "so", "dll");
  private static final Set<String> ARCHIVES =
      Set.of("rar", "7z", "tar", "gz", "tgz", "bz2", "xz", "zst");

  /// Whether a file is to be read as a student's source.
  ///
  /// @param name as the student gave it
  /// @throws Refused when nothing that holds such a file is looked at
  boolean wants(String name) throws Refused {
    String extension = FileName.extension(FileName.last(name));
    if (COMPILED.contains(extension)) {
      throw new Refused(name + " is compiled code: hand in sources only, .ipynb or .java.");
    }
    if (nested && extension.equals("zip")) {
      throw new Refused(name + " is an archive in an archive: put its files into the outer one.");
    }
    if (ARCHIVES.contains(extension)) {
      throw new Refused(
          name + " is an archive of a kind that is not opened: hand in .ipynb, .java or a .zip.");
    }
    return SOURCES.contains(extension);
  }
}
