package longrange.browser;

import static longrange.notebook.Notebook.figure;
import static longrange.notebook.Notebook.tenTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.Base64;
import longrange.cells.Rnn;
import longrange.linalg.Matrices;
import longrange.notebook.Figure;
import longrange.probes.JacobianProbe;
import org.ejml.data.DMatrixRMaj;

/// What the sliders of chapter 3 must show, wherever the page is.
final class ChapterThreeSliders {
  private ChapterThreeSliders() {}

  /// By keyboard, the curve `r^k`: value and picture are those that the library makes.
  static void theRateAgreesWithTheLibrary(Page page) {
    SliderFigure slider = new SliderFigure(page, "rate r");
    assertEquals(0.8, slider.position(), "the default shows the point");
    for (double r : new double[] {0.5, 0.9, 1.1}) {
      slider.moveByKeyboardTo(r);
      assertEquals(r, slider.position(), 1e-12);
      assertEquals(Math.pow(r, 30), Double.parseDouble(slider.value("r³⁰")), 0);
      // Not assertEquals: its message would hold both pictures.
      assertTrue(address(rate(r)).equals(slider.picture()), "another picture at r = " + r);
      assertTrue(slider.isDrawn());
    }
    slider.reset();
    assertEquals(0.8, slider.position());
  }

  /// By mouse, the net with `W² = 0`: the norm is that of the library's probe.
  static void theCancellingNetAgreesWithTheLibrary(Page page) {
    SliderFigure slider = new SliderFigure(page, "a");
    assertEquals(3, slider.position(), "the default shows the point");
    for (double share : new double[] {0, 0.5, 1}) {
      String before = slider.picture();
      slider.dragTo(share);
      assertNotEquals(before, slider.picture());
      double log10 = log10NormAtLag100(slider.position());
      assertEquals(tenTo(log10), slider.shown("true norm at lag 100"));
    }
  }

  /// The figure of the notebook's cell, word for word.
  private static Figure rate(double r) {
    return figure("Below 1 the curve rᵏ falls, at 1 it is flat, above 1 it leaves the page")
        .x("lag k (steps)", 0, 30)
        .y("influence rᵏ", 0, 2)
        .faint("r = 0.7", 0, 30, k -> Math.pow(0.7, k))
        .faint("r = 0.9", 0, 30, k -> Math.pow(0.9, k))
        .line("yours", 0, 30, k -> Math.pow(r, k));
  }

  private static String address(Figure figure) {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(figure.png());
  }

  private static double log10NormAtLag100(double a) {
    DMatrixRMaj w = Matrices.of(new double[][] {{a, a}, {-a, -a}});
    Rnn net = Rnn.fromColumns(w, -1.5, 3);
    return JacobianProbe.of(net).run(100, Matrices.row(0, 0)).log10Norm(100);
  }
}
