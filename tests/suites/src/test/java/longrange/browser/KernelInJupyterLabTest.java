package longrange.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a reader has of the kernel in JupyterLab, beside running cells: help, input, Run All,
/// themes.
class KernelInJupyterLabTest {
  private static final Locator.GetByTextOptions EXACTLY =
      new Locator.GetByTextOptions().setExact(true);

  @TempDir static Path folder;
  private static Lab lab;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    lab = Lab.on(folder);
  }

  @AfterAll
  static void stop() throws IOException {
    if (lab != null) {
      lab.close();
    }
  }

  private static NotebookPage open(String name, String... cells) throws IOException {
    Files.writeString(folder.resolve(name), Notebooks.of(cells));
    return lab.open(name);
  }

  private static void menu(NotebookPage page, String menu, String command) {
    page.page().locator(".lm-MenuBar-item:has-text('" + menu + "')").click();
    page.page().locator(".lm-Menu-item[data-command='" + command + "']").first().click();
  }

  @Test
  void tabCompletesAndShiftTabShowsRenderedMarkdown() throws IOException {
    NotebookPage page =
        open(
            "help.ipynb",
            "/// Gives the **whole** answer.\nint answer() { return 42; }",
            "ans",
            "a");
    page.run(page.cellWith("whole"));
    page.awaitDone(60);

    page.page().locator(".jp-CodeCell .cm-content").getByText("ans", EXACTLY).click();
    page.page().keyboard().press("End");
    page.until("the name is completed", 30, () -> completed(page));

    page.page().locator(".jp-CodeCell .cm-content").getByText("a", EXACTLY).click();
    page.page().keyboard().press("Control+A");
    page.page().keyboard().insertText("answer");
    page.page().keyboard().press("Shift+Tab");
    Locator strong = page.page().locator(".jp-Tooltip strong");
    page.until("the doc is shown", 20, () -> strong.count() > 0);
    assertEquals("whole", strong.first().innerText());
    page.picture(Machine.pictures().resolve("tooltip.png"));
    page.close();
  }

  /// JupyterLab drops an answer that takes more than a second, as on a busy machine: so, again.
  private static boolean completed(NotebookPage page) {
    page.page().keyboard().press("Tab");
    page.page().waitForTimeout(1500);
    return page.page().locator(".jp-Completer-item:has-text('answer')").count() > 0
        || page.page().locator(".jp-CodeCell .cm-content").allInnerTexts().stream()
            .anyMatch(text -> text.startsWith("answer"));
  }

  @Test
  void aLineIsTypedIntoTheInputBox() throws IOException {
    NotebookPage page = open("input.ipynb", "new Scanner(System.in).nextLine() + \"!\"");
    String cell = page.cellWith("Scanner");
    page.run(cell);
    Locator box = page.page().locator(".jp-Stdin-input");
    page.until("an input box is there", 60, () -> box.count() > 0);
    box.fill("größer 😀");
    box.press("Enter");
    page.awaitDone(60);
    assertEquals("größer 😀!", page.outputs(cell).last().innerText());
    page.close();
  }

  @Test
  void anErrorStopsRunAllAndRestartRunsAllAnew() throws IOException {
    NotebookPage page =
        open("all.ipynb", "int n = 0;", "n++;\nif (n == 1) throw new Error(\"stop\");", "n * 10");
    page.runAll();
    page.awaitDone(60);
    assertEquals(1, page.errors().count());
    String last = page.cellWith("n * 10");
    assertEquals("[ ]:", page.prompt(last));

    page.paste(page.cellWith("throw"), "n += 4;");
    menu(page, "Run", "runmenu:restart-and-run-all");
    page.page().locator(".jp-Dialog .jp-mod-accept").click();
    page.until("all cells have run in a new kernel", 60, () -> page.prompt(last).equals("[3]:"));
    page.awaitDone(60);
    assertEquals("40", page.outputs(last).innerText());
    page.close();
  }

  @Test
  void aProgressBarMovesAndAFigureIsReadableInBothThemes() throws IOException {
    NotebookPage page =
        open(
            "themes.ipynb",
            "Progress bar = progress(\"steps\", 2);\nThread.sleep(1000);\nbar.step();\n"
                + "Thread.sleep(2500);\nbar.step();",
            "show(figure(\"A line\").x(\"k\").y(\"value\")"
                + ".line(\"a\", new double[] {0, 1, 2}, new double[] {0, 1, 4}));");
    String bar = page.cellWith("progress");
    page.run(bar);
    Locator shown = page.page().locator(bar + " .jp-OutputArea-output");
    page.until("it is half way", 60, () -> shown.first().innerText().contains("1 of 2"));
    page.until("it is done", 20, () -> shown.first().innerText().contains("2 of 2"));

    page.run(page.cellWith("A line"));
    page.awaitDone(60);
    assertEquals(0, page.errors().count());
    for (String theme : new String[] {"JupyterLab Dark", "JupyterLab Light"}) {
      page.page().locator(".lm-MenuBar-item:has-text('Settings')").click();
      page.page().locator(".lm-Menu-itemLabel:text-is('Theme')").first().hover();
      page.page().locator(".lm-Menu-itemLabel:text-is('" + theme + "')").first().click();
      boolean light = theme.endsWith("Light");
      page.until(
          "the theme is " + theme,
          20,
          () -> page.page().evaluate("document.body.dataset.jpThemeLight").equals("" + light));
      Number least = (Number) page.page().evaluate(LEAST_CONTRAST);
      page.picture(Machine.pictures().resolve("figure-" + (light ? "light" : "dark") + ".png"));
      assertTrue(least.doubleValue() >= 4.5, theme + ": a text has contrast " + least);
    }
    page.close();
  }

  /// The least contrast of a text in an output to what it stands on, by the formula of WCAG 2.
  private static final String LEAST_CONTRAST =
      """
      () => {
        const rgb = c => (c.match(/[\\d.]+/g) || []).map(Number);
        const light = c => { const [r, g, b] = c.map(v => (v /= 255) <= 0.03928 ? v / 12.92
            : Math.pow((v + 0.055) / 1.055, 2.4)); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
        const behind = e => { for (; e; e = e.parentElement) {
            const c = rgb(getComputedStyle(e).backgroundColor);
            if (c.length === 3 || c[3] > 0.9) return c.slice(0, 3); } return [255, 255, 255]; };
        let least = 21;
        for (const e of document.querySelectorAll('.jp-OutputArea-output *')) {
          const own = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
          const box = e.getBoundingClientRect();
          if (!own || box.width < 2 || box.height < 2 || e.closest('svg')) continue;
          const a = light(rgb(getComputedStyle(e).color).slice(0, 3)), b = light(behind(e));
          least = Math.min(least, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05));
        }
        return least;
      }
      """;
}
