package longrange.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/// What the browser tests need of this machine: the clone, the course's Python, a Chromium.
///
/// Where something is missing the tests are skipped and say why; under `CI=true` they fail.
final class Machine {
  private static final List<Path> CHROMIUMS =
      List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"));

  private Machine() {}

  /// The clone's folder.
  static Path root() {
    return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
        .filter(folder -> Files.isRegularFile(folder.resolve("course")))
        .findFirst()
        .orElseThrow();
  }

  /// The interpreter of the course's Python environment.
  static Path python() {
    Path python = root().resolve(".course/python/bin/python");
    need(Files.isExecutable(python), "there is no Python environment: ./course test makes it");
    return python;
  }

  /// Where a test leaves its screenshots.
  static Path pictures() {
    return root().resolve(".course/screenshots");
  }

  static Playwright playwright() {
    return Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  }

  static Browser chromium(Playwright playwright) {
    Optional<Path> chromium = CHROMIUMS.stream().filter(Files::isExecutable).findFirst();
    need(chromium.isPresent(), "there is no Chromium: sudo apt-get install chromium");
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(chromium.orElseThrow())
                // Chromium's own sandbox refuses to run as root; the pages are ours.
                .setChromiumSandbox(false));
  }

  private static void need(boolean there, String otherwise) {
    if ("true".equals(System.getenv("CI"))) {
      Assertions.assertTrue(there, otherwise);
    }
    Assumptions.assumeTrue(there, otherwise);
  }
}
