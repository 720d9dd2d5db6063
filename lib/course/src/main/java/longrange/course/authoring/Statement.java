package longrange.course.authoring;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a contract's source says about its exercise.
///
/// @param contract the interface's simple name
/// @param id `3.1`
/// @param points all its points, visible and hidden
/// @param title the heading
/// @param text its doc as Markdown, without the bold title it begins with
record Statement(String contract, String id, int points, String title, String text) {
  private static final Pattern EXERCISE =
      Pattern.compile(
          "@Exercise\\(\\s*id = \"([^\"]+)\",\\s*points = (\\d+),\\s*title = \"([^\"]+)\"\\s*[,)]");
  private static final Pattern INTERFACE = Pattern.compile("public interface (\\w+)");

  static Statement of(String file, String source) {
    Matcher exercise = EXERCISE.matcher(source);
    Matcher type = INTERFACE.matcher(source);
    if (!exercise.find() || !type.find()) {
      throw new IllegalArgumentException(
          file + " needs @Exercise(id = …, points = …, title = …) on a public interface.");
    }
    String doc = DocComment.before(file, source, exercise.start()).markdown();
    String bold = "**%s %s.** ".formatted(exercise.group(1), exercise.group(3));
    if (!doc.startsWith(bold)) {
      throw new IllegalArgumentException(file + ": the doc must begin \"" + bold.strip() + "\".");
    }
    return new Statement(
        type.group(1),
        exercise.group(1),
        Integer.parseInt(exercise.group(2)),
        exercise.group(3),
        doc.substring(bold.length()));
  }
}
