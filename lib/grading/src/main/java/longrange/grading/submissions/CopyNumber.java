package longrange.grading.submissions;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The number that a second copy of a file gets in its name: `work (1)` from a browser, `work-1`
/// from Canvas.
///
/// @param stem the name without it
/// @param number it, or 0
record CopyNumber(String stem, int number) {
  private static final Pattern COPY = Pattern.compile("(?<stem>.*\\S)(?: ?\\((?<b>\\d{1,3})\\))");
  private static final Pattern RESUBMITTED = Pattern.compile("(?<stem>.*\\S)-(?<b>\\d{1,2})");

  /// Reads a name that a student chose, as a browser changes it.
  static CopyNumber of(String stem) {
    return read(COPY.matcher(stem), stem);
  }

  /// Reads the name of a file, which Canvas may have changed too.
  static CopyNumber ofFile(String stem) {
    CopyNumber copy = of(stem);
    return copy.number() > 0 ? copy : read(RESUBMITTED.matcher(stem), stem);
  }

  private static CopyNumber read(Matcher match, String stem) {
    return match.matches()
        ? new CopyNumber(match.group("stem"), Integer.parseInt(match.group("b")))
        : new CopyNumber(stem, 0);
  }
}
