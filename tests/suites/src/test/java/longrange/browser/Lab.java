package longrange.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Path;

/// JupyterLab on a folder of notebooks, in a browser: started once for a test class.
record Lab(Playwright playwright, Browser browser, LabServer server) implements AutoCloseable {

  /// Starts it.
  ///
  /// @param folder what it shows
  static Lab on(Path folder) throws IOException, InterruptedException {
    Path python = Machine.python();
    Playwright playwright = Machine.playwright();
    try {
      Browser browser = Machine.chromium(playwright);
      return new Lab(playwright, browser, new LabServer(python, folder));
    } catch (Throwable t) {
      // Also where there is no Chromium, and the tests are skipped.
      playwright.close();
      throw t;
    }
  }

  /// Opens a notebook of the folder and waits for its kernel.
  NotebookPage open(String notebook) {
    NotebookPage page = new NotebookPage(server, browser.newPage());
    page.open(notebook);
    return page;
  }

  @Override
  public void close() throws IOException {
    playwright.close();
    server.close();
  }
}
