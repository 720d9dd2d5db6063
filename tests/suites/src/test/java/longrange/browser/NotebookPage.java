package longrange.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;

/// A notebook in JupyterLab, as a student handles it.
final class NotebookPage {
  private static final int SECOND = 1000;

  private final LabServer server;
  private final Page page;

  NotebookPage(LabServer server, Page page) {
    this.server = server;
    this.page = page;
  }

  /// Opens a notebook and waits until its kernel says that it is idle.
  void open(String notebook) {
    page.navigate(server.address(notebook));
    page.locator(".jp-Notebook .jp-Cell").first().waitFor();
    until("the kernel of " + notebook + " is idle", 60, () -> server.kernelIsIdle(notebook));
  }

  /// What JupyterLab itself shows of the kernel, at the notebook's upper right: `Idle`, `Busy`.
  String shownStatus() {
    return page.locator(".jp-Notebook-ExecutionIndicator").first().getAttribute("data-status");
  }

  void runAll() {
    page.locator(".lm-MenuBar-item:has-text('Run')").click();
    page.locator(".lm-Menu-item[data-command='runmenu:run-all']").click();
  }

  /// Runs the cell with this id and leaves the cursor in it.
  void run(String cell) {
    editor(cell).click();
    page.keyboard().press("Control+Enter");
  }

  /// Waits until nothing is running or queued.
  void awaitDone(int seconds) {
    page.waitForTimeout(0.5 * SECOND);
    until(
        "no cell is running",
        seconds,
        () -> page.locator(".jp-InputPrompt:has-text('[*]')").count() == 0);
  }

  void awaitRunning(String cell) {
    until(cell + " is running", 20, () -> prompt(cell).contains("*"));
  }

  void interrupt() {
    page.locator("[data-command='notebook:interrupt-kernel'], [data-jp-item-name='interrupt']")
        .first()
        .click();
  }

  /// Replaces what stands in a cell, as a paste does.
  void paste(String cell, String source) {
    editor(cell).click();
    page.keyboard().press("Control+A");
    page.keyboard().insertText(source);
  }

  /// A code cell by words that stand in its source. The cells' order in the page is not always that
  /// of the notebook: JupyterLab attaches them as they come into view.
  String cellWith(String words) {
    return ".jp-CodeCell:has(.jp-Editor:has-text(\"" + words.replace("\"", "\\\"") + "\"))";
  }

  Locator outputs(String cell) {
    return page.locator(cell + " .jp-OutputArea-output");
  }

  Locator errors() {
    return page.locator(
        ".jp-OutputArea-output[data-mime-type='application/vnd.jupyter.error'],"
            + ".jp-OutputArea-output[data-mime-type='application/vnd.jupyter.stderr']");
  }

  String prompt(String cell) {
    return page.locator(cell + " .jp-InputPrompt").first().innerText();
  }

  void picture(Path file) {
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
  }

  void close() {
    page.close();
  }

  Page page() {
    return page;
  }

  private Locator editor(String cell) {
    return page.locator(cell + " .cm-content").first();
  }

  /// A condition that is asked for, again and again.
  interface Condition {
    boolean holds();
  }

  void until(String what, int seconds, Condition condition) {
    long limit = System.nanoTime() + seconds * 1_000_000_000L;
    while (!condition.holds()) {
      if (System.nanoTime() > limit) {
        Path picture = Machine.pictures().resolve("late.png");
        picture(picture);
        throw new AssertionError(
            "after %d s it is still not so that %s: see %s".formatted(seconds, what, picture));
      }
      page.waitForTimeout(100);
    }
  }
}
