package longrange.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;

/// An interactive figure in a page: in JupyterLab or in an exported file.
final class SliderFigure {
  private final Page page;
  private final Locator figure;
  private final Locator control;

  /// @param label the words beside its control
  SliderFigure(Page page, String label) {
    this.page = page;
    this.figure = page.locator(".longrange-slider[data-label=\"" + label + "\"]");
    this.control = figure.locator("input[type=range]");
    control.scrollIntoViewIfNeeded();
  }

  double position() {
    return Double.parseDouble(figure.getAttribute("data-position"));
  }

  /// Presses the arrow keys until the figure stands at a position.
  void moveByKeyboardTo(double position) {
    control.focus();
    page.keyboard().press("Home");
    int presses = Integer.parseInt(control.getAttribute("max"));
    while (position() < position - 1e-9 && presses-- > 0) {
      page.keyboard().press("ArrowRight");
    }
  }

  /// Drags the control's handle to a share of its length, from 0 to 1.
  void dragTo(double share) {
    BoundingBox box = control.boundingBox();
    double at = Double.parseDouble(control.inputValue());
    double y = box.y + box.height / 2;
    page.mouse().move(x(box, at / Double.parseDouble(control.getAttribute("max"))), y);
    page.mouse().down();
    page.mouse().move(x(box, share), y, new Mouse.MoveOptions().setSteps(8));
    page.mouse().up();
  }

  /// The handle's centre runs from half its width inside one end to half its width inside the
  /// other.
  private static double x(BoundingBox box, double share) {
    double half = 8;
    return box.x + half + share * (box.width - 2 * half);
  }

  void reset() {
    figure.locator("button").click();
  }

  /// A named value under the figure, in full.
  String value(String name) {
    return readout(name).getAttribute("data-value");
  }

  /// A named value under the figure, as it is shown.
  String shown(String name) {
    return readout(name).innerText();
  }

  /// The first panel, as the address that holds its data.
  String picture() {
    return figure.locator("img").first().getAttribute("src");
  }

  /// Whether the browser has drawn the first panel.
  boolean isDrawn() {
    return (Boolean)
        figure.locator("img").first().evaluate("image => image.complete && image.naturalWidth > 0");
  }

  private Locator readout(String name) {
    return figure.locator("[data-readout=\"" + name + "\"]");
  }
}
