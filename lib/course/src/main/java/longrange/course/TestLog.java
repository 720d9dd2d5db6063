package longrange.course;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Counts the tests in Maven's output.
final class TestLog implements Consumer<String> {
  private static final Pattern ONE_CLASS =
      Pattern.compile(
          "Tests run: (\\d+), Failures: (\\d+), Errors: (\\d+), Skipped: (\\d+), Time elapsed");

  private int run;
  private int failed;
  private int skipped;

  @Override
  public void accept(String line) {
    Matcher match = ONE_CLASS.matcher(line);
    if (match.find()) {
      run += Integer.parseInt(match.group(1));
      failed += Integer.parseInt(match.group(2)) + Integer.parseInt(match.group(3));
      skipped += Integer.parseInt(match.group(4));
    }
  }

  int failed() {
    return failed;
  }

  int skipped() {
    return skipped;
  }

  /// `412 tests passed, 3 skipped`
  @Override
  public String toString() {
    String passed = run - failed - skipped + " tests passed";
    return passed
        + (failed == 0 ? "" : ", " + failed + " failed")
        + (skipped == 0 ? "" : ", " + skipped + " skipped");
  }
}
