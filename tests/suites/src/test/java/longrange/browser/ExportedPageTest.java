package longrange.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `./course run` writes: one page that works without a kernel and without a network.
class ExportedPageTest {
  @TempDir Path folder;

  @Test
  void theChaptersPageShowsItsFormulasAndMovesItsSlidersOffline() throws Exception {
    Path chapter = Machine.root().resolve("notebooks/03-the-jacobian-product.ipynb");
    Path html = folder.resolve("chapter 3, übersicht.html");
    Ran ran = run(chapter, html);
    assertEquals(0, ran.exit(), ran.printed());

    try (Playwright playwright = Machine.playwright();
        Browser browser = Machine.chromium(playwright);
        BrowserContext context = browser.newContext()) {
      context.setOffline(true);
      Page page = context.newPage();
      List<String> requests = new ArrayList<>();
      page.onRequest(request -> requests.add(request.url()));
      page.navigate(html.toUri().toString());

      assertTrue(page.locator("math").count() > 50, "formulas are MathML");
      ChapterThreeSliders.theRateAgreesWithTheLibrary(page);
      ChapterThreeSliders.theCancellingNetAgreesWithTheLibrary(page);
      requests.removeIf(url -> url.startsWith("data:") || url.startsWith("file:"));
      assertEquals(List.of(), requests, "the page asks nobody");
    }
  }

  @Test
  void theFirstFailingCellEndsTheRunAndIsNamed() throws Exception {
    Path notebook = folder.resolve("fails.ipynb");
    Files.writeString(
        notebook,
        Notebooks.of(
            "1 + 1", "int half(int n) { return n / 0; }\nhalf(4)", "\"never\" + \" reached\""));
    Ran ran = run(notebook, folder.resolve("fails.html"));
    assertEquals(1, ran.exit(), ran.printed());
    assertTrue(ran.printed().contains("ArithmeticException"), ran.printed());
    assertFalse(ran.printed().contains("never reached"), ran.printed());
  }

  @Test
  void aPowerOfAMatrixStandsBehindItsWholeBracketAndALinkToANotebookLeadsNowhere()
      throws Exception {
    Path notebook = folder.resolve("words.ipynb");
    Files.writeString(
        notebook,
        Notebooks.withText(
            "$\\begin{pmatrix} 3 & 3 \\\\ -3 & -3 \\end{pmatrix}^2 = 0$, see [next](../a/b.ipynb)"));
    Path html = folder.resolve("words.html");
    Ran ran = run(notebook, html);
    assertEquals(0, ran.exit(), ran.printed());
    try (Playwright playwright = Machine.playwright();
        Browser browser = Machine.chromium(playwright);
        Page page = browser.newPage()) {
      page.navigate(html.toUri().toString());
      assertEquals(1, page.locator("msup > mrow > mtable").count(), page.content());
      assertEquals(0, page.locator("a[href$='.ipynb']").count());
      assertTrue(page.innerText("body").contains("see next (b.ipynb)"), page.innerText("body"));
    }
  }

  private record Ran(int exit, String printed) {}

  private Ran run(Path notebook, Path html) throws IOException, InterruptedException {
    Machine.python();
    Path printed = folder.resolve("printed.txt");
    Process process =
        new ProcessBuilder(
                Machine.root().resolve("course").toString(),
                "run",
                notebook.toString(),
                "--out",
                html.toString())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    int exit = process.waitFor();
    return new Ran(exit, Files.readString(printed));
  }
}
