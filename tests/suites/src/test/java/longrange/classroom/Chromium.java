package longrange.classroom;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/// A browser that looks at the pages of results.
final class Chromium implements AutoCloseable {
  /// The other tests of the suite keep the machine busy.
  private static final double PATIENCE_MILLIS = 180_000;

  private final Playwright playwright;
  private final Browser browser;
  private final List<String> complaints = new ArrayList<>();

  private Chromium(Path executable) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable)
                    // Chromium's own sandbox refuses to run as root; the pages are ours.
                    .setChromiumSandbox(false));
  }

  static Chromium start() {
    Optional<Path> executable =
        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    String otherwise = "there is no Chromium: sudo apt-get install chromium";
    if ("true".equals(System.getenv("CI"))) {
      Assertions.assertTrue(executable.isPresent(), otherwise);
    }
    Assumptions.assumeTrue(executable.isPresent(), otherwise);
    return new Chromium(executable.orElseThrow());
  }

  /// Opens a page.
  ///
  /// @param width of the window
  Page open(Path file, int width) {
    Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(width, 900));
    page.setDefaultTimeout(PATIENCE_MILLIS);
    page.onConsoleMessage(message -> complaints.add(message.text()));
    page.onPageError(complaints::add);
    page.navigate(file.toUri().toString());
    return page;
  }

  /// What pages have said to their console: errors, and what their own policy forbids them.
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
