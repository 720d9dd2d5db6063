package longrange.notebook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class FigureTest {
  private static final Color FIRST = Palette.colour(0);

  @Test
  void theDescriptionSaysThePointTheAxesAndEveryCurve() {
    assertEquals(
        "The bound overshoots the true norm by 73 orders of magnitude."
            + " Chart of spectral norm ‖Wᵏ‖₂ on a log scale against lag k (steps) from 0 to 100."
            + " bound σ₁ᵏ: 1 at 0, 1.74·10⁷¹ at 100."
            + " truth ‖Wᵏ‖₂: 5.16 at 1, highest 19.4 at 9, 0.0148 at 100."
            + " rate ρᵏ: 1 at 0, 2.66·10⁻⁵ at 100."
            + " Marked: peak 19.4 at k = 9, at (9, 19.4).",
        Samples.jordan().alt());
  }

  @Test
  void anExactZeroIsSaid() {
    String alt = Samples.nilpotent().alt();
    assertTrue(alt.contains("power ‖Wᵏ‖: 1 at 0, 6 at 1, exactly 0 from 2 on."), alt);
  }

  @Test
  void aGivenDescriptionReplacesTheMadeOne() {
    assertEquals("a straight line", Samples.jordan().alt("a straight line").alt());
  }

  @Test
  void thePictureIsAPngAtTwiceItsSizeOnThePage() throws IOException {
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(Samples.jordan().png()));
    assertEquals(1440, picture.getWidth());
    assertEquals(800, picture.getHeight());
  }

  @Test
  void theSmallPaletteKeepsTheColoursOfTheCurves() throws IOException {
    Figure figure = Samples.training(600);
    BufferedImage drawn = Plot.draw(figure);
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(figure.png()));
    assertEquals(
        count(drawn, Color.WHITE), count(read, Color.WHITE), 0.01 * count(drawn, Color.WHITE));
    assertEquals(count(drawn, FIRST), count(read, FIRST), 0.05 * count(drawn, FIRST));
  }

  @Test
  void aCurveOfAFewDotsKeepsItsColourToo() throws IOException {
    Figure figure = Samples.nilpotent().size(410, 320);
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(figure.png()));
    int dots = count(Plot.draw(figure), Palette.colour(2));
    assertTrue(dots > 0 && dots < 2000, dots + " pixels");
    assertEquals(dots, count(read, Palette.colour(2)), 0.2 * dots);
  }

  @Test
  void aCurveLiesWhereTheAxisSaysSoFarOutsideADoubleToo() {
    // A single bright point in the middle of the axis: 10^-350 on 10^-400 to 10^-300.
    Figure figure =
        Figure.of("").x("k", 0, 2).decades("norm", -400, -300).points("", 1, new double[] {-350});
    BufferedImage picture = Plot.draw(figure);
    double[] centre = centre(picture, FIRST);
    double[] low = centre(Plot.draw(pointAt(figure, 0, -400)), FIRST);
    double[] high = centre(Plot.draw(pointAt(figure, 2, -300)), FIRST);
    assertEquals((low[0] + high[0]) / 2, centre[0], 3);
    assertEquals((low[1] + high[1]) / 2, centre[1], 3);
    assertTrue(low[1] > high[1], "larger values lie higher");
  }

  private static Figure pointAt(Figure like, double x, double log10) {
    return Figure.of("")
        .x("k", like.xAxis().low(), like.xAxis().high())
        .decades("norm", like.yAxis().low(), like.yAxis().high())
        .points("", new double[] {x}, new double[] {log10});
  }

  @Test
  void theNthLineHasADashOfItsOwn() {
    for (int i = 1; i < 7; i++) {
      assertFalse(
          java.util.Arrays.equals(
              Palette.stroke(i).getDashArray(), Palette.stroke(i - 1).getDashArray()));
      assertNotEquals(Palette.colour(i), Palette.colour(i - 1));
    }
  }

  @Test
  void labelsThatWantTheSamePlaceMoveApartAndStayInside() {
    double[] placed = Gutter.spread(new double[] {50, 50, 52, 200}, 10, 300);
    for (int i = 1; i < placed.length; i++) assertTrue(placed[i] - placed[i - 1] >= 16.99);
    assertEquals(200, placed[3]);
    assertArrayEquals(
        new double[] {266, 283, 300}, Gutter.spread(new double[] {300, 300, 300}, 10, 300));
  }

  @Test
  void unequalLengthsAreNamed() {
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Figure.of("").line("norm", new double[3], new double[4]));
    assertEquals(
        "\"norm\" has 3 positions but 4 values: need as many values as positions", e.getMessage());
  }

  @Test
  void laterChangesOfAnArrayDoNotReachTheFigure() {
    double[] values = {1, 2};
    Figure figure = Figure.of("").line("a", 0, values);
    values[0] = 99;
    assertEquals(1, figure.series().get(0).y()[0]);
  }

  @Test
  void aFigureInAPageHasItsDescriptionAndItsCaption() {
    String html = Views.of(Samples.jordan()).html();
    assertTrue(html.contains("alt=\"The bound overshoots"), html.substring(0, 200));
    assertTrue(html.contains("<figcaption"));
    assertTrue(html.contains("although ρ = 0.9 &lt; 1"), "escaped");
  }

  private static int count(BufferedImage picture, Color colour) {
    int count = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        if (near(picture.getRGB(x, y), colour)) count++;
      }
    }
    return count;
  }

  private static boolean near(int rgb, Color colour) {
    Color other = new Color(rgb);
    return Math.abs(other.getRed() - colour.getRed()) < 12
        && Math.abs(other.getGreen() - colour.getGreen()) < 12
        && Math.abs(other.getBlue() - colour.getBlue()) < 12;
  }

  private static double[] centre(BufferedImage picture, Color colour) {
    double sumX = 0;
    double sumY = 0;
    int count = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        if (!near(picture.getRGB(x, y), colour)) continue;
        sumX += x;
        sumY += y;
        count++;
      }
    }
    assertTrue(count > 0, "the point is not on the picture");
    return new double[] {sumX / count, sumY / count};
  }
}
