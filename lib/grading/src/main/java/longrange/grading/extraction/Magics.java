package longrange.grading.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lines such as `%time f()` and `%%time`, which speak to a kernel and are no Java.
final class Magics {
  private static final Pattern LINE = Pattern.compile("(?m)^%%?[A-Za-z].*$");

  private static final int MOST_WARNINGS = 5;

  private Magics() {}

  /// The text with these lines empty, so that all others keep their numbers.
  static String blanked(String source) {
    return LINE.matcher(source).replaceAll("");
  }

  /// One warning for each such line, for the first few of them.
  static List<String> warnings(Cell cell) {
    List<String> warnings = new ArrayList<>();
    Matcher line = LINE.matcher(cell.source());
    while (warnings.size() < MOST_WARNINGS && line.find()) {
      int number = 1 + (int) cell.source().substring(0, line.start()).lines().count();
      warnings.add(
          "%s: the line %s is for the kernel and is ignored."
              .formatted(cell.place(number), line.group().strip()));
    }
    return warnings;
  }
}
