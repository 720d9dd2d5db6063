package longrange.grading.submissions;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a platform names what it lets an instructor download, one entry a file or folder.
///
/// Canvas and Moodle are read after their own sources; Gradescope, which publishes none, has its
/// names beside the files, in {@link GradescopeMetadata}.
enum Layout {
  /// `Jane Doe_4711_assignsubmission_file` is a folder, with one more `_` at its end in older
  /// versions. Where the instructor wants no folders, it is the beginning of each file's name. In
  /// names of people `_` has become a space. Source: `mod/assign/classes/downloader.php`.
  MOODLE("(?<name>.+?)_(?<id>\\d+)_assignsubmission_(?<kind>[a-z]+)(?:_(?<file>.*))?"),

  /// `doejane_LATE_4711_815_work.ipynb`: the name in lower case without anything but letters and
  /// digits, `LATE` or nothing, the student, the file, the file's name. Anonymous students are
  /// `anon_` and five letters. Source: `lib/content_zipper.rb`.
  CANVAS(
      "(?:(?!LATE_)(?<name>\\w+?)_)?(?:LATE_)?(?<id>\\d+|anon_[A-Za-z0-9]+)_(?<attachment>\\d+)_(?<file>.+)",
      Pattern.UNICODE_CHARACTER_CLASS);

  private final Pattern pattern;

  Layout(String pattern) {
    this(pattern, 0);
  }

  Layout(String pattern, int flags) {
    this.pattern = Pattern.compile(pattern, flags);
  }

  /// What an entry's name says.
  ///
  /// @param student whose it is
  /// @param file the name of the file as the student gave it; empty for a folder
  record Entry(Student student, String file) {}

  /// Reads the name of an entry; empty when it is not of this layout.
  Optional<Entry> read(String entry) {
    Matcher match = pattern.matcher(entry);
    if (!match.matches()) {
      return Optional.empty();
    }
    String id = match.group("id");
    String name = match.group("name");
    String shown = name == null || name.isBlank() ? id.replace('_', ' ') : name;
    // Moodle calls everybody so when it marks blindly.
    boolean nobody = this == MOODLE && shown.equals("Participant");
    String file = match.group("file");
    return Optional.of(
        new Entry(
            new Student(shown + "_" + id, nobody ? shown + " " + id : shown, id, ""),
            file == null ? "" : file));
  }

  /// Whether an entry holds no file of the student's: the text of Moodle's and Canvas's editors.
  boolean isText(String entry) {
    Matcher match = pattern.matcher(entry);
    return this == MOODLE && match.matches() && match.group("kind").equals("onlinetext");
  }
}
