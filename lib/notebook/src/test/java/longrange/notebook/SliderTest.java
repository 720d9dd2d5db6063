package longrange.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SliderTest {
  private static final View POWERS = Samples.powers().view();
  private static final View EXPLORER = Samples.explorer().view();

  @Test
  void fortyFramesStayBelowAMegabyteAndAHalf() {
    View view = POWERS;
    assertEquals(41, Samples.powers().positions().length);
    assertTrue(view.html().length() < 1_500_000, view.html().length() + " characters");
  }

  @Test
  void thePageAsksNoNetworkAndHasNoFixedIds() {
    String html = EXPLORER.html();
    assertFalse(html.contains("http"), "an address of the network");
    assertFalse(html.contains(" id="), "an id that a second output would repeat");
  }

  @Test
  void twoOutputsOfOneCellHaveDifferentNames() {
    assertNotEquals(name(EXPLORER), name(Samples.explorer().view()));
  }

  @Test
  void withoutScriptsThePictureAtTheDefaultPositionAndTheTableRemain() {
    String html = EXPLORER.html().replaceAll("(?s)<script>.*</script>", "");
    assertFalse(html.contains("<input") || html.contains("<button"), "no control that is dead");
    assertEquals(2, html.split("<img ", -1).length - 1);
    assertTrue(html.contains("data-position=\"1.5\""));
    assertTrue(html.contains("data-value=\"59,000\">59,000</b>"));
    assertEquals(Steps.of(0.5, 3, 0.25).length + 1, html.split("<tr>", -1).length - 1);
  }

  @Test
  void theControlIsARangeWithALabelAndAValueInWords() {
    String html = POWERS.html().replace("\\\"", "\"").replace("\\u003c", "<");
    assertTrue(html.contains("<label"), "label");
    assertTrue(html.contains("<input type=\"range\""), "range");
    assertTrue(html.contains("min=\"0\" max=\"40\" step=\"1\" value=\"20\""), "range");
    assertTrue(html.contains("aria-valuetext=\"r = 0.8\""), "value in words");
    assertTrue(html.contains("aria-live=\"polite\""), "values are read out");
  }

  @Test
  void textInASliderCannotEndItsScript() {
    Slider slider =
        new Slider(
            "</script>\"'\\",
            new double[] {0, 1},
            p -> Figure.of("</script><b>").readout("a\"b", p));
    String html = slider.at(0).view().html();
    assertEquals(1, html.split("</script>", -1).length - 1);
  }

  @Test
  void thePlainTextHasEveryPosition() {
    String text = EXPLORER.text();
    assertTrue(text.contains("At gain a = 1.5. Every position:"), text);
    assertTrue(text.contains("\n2.75"), text);
  }

  @Test
  void theAxesOfAllFramesStandStillThoughTheirLabelsDiffer() {
    Slider slider =
        new Slider(
            "r",
            new double[] {1, 2},
            r ->
                Figure.of("")
                    .x("k", 0, 1)
                    .y("y", 0, 1)
                    .line(r > 1 ? "a very long label" : "a", 0, new double[] {0, 1}));
    assertEquals(
        1,
        slider.frames().stream()
            .map(f -> f.picture().panels().get(0).labelRoom())
            .distinct()
            .count());
  }

  @Test
  void aStartThatIsNoPositionIsNamed() {
    var e = assertThrows(IllegalArgumentException.class, () -> Samples.explorer().at(0.6));
    assertTrue(
        String.valueOf(e.getMessage())
            .startsWith("the slider \"gain a\" has no position 0.6: it has [0.5,"));
  }

  @Test
  void framesWithDifferentReadoutsAreRefused() {
    Slider slider = new Slider("r", new double[] {1, 2}, r -> Figure.of("").readout("at " + r, r));
    assertThrows(IllegalArgumentException.class, slider::view);
  }

  private static String name(View view) {
    Matcher name = Pattern.compile("data-longrange-slider=\"([^\"]+)\"").matcher(view.html());
    assertTrue(name.find());
    return name.group(1);
  }
}
