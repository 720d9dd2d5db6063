package longrange.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AxisTest {
  private static final Axis DECADES = new Axis("norm", true, Double.NaN, Double.NaN);

  @Test
  void decadesFarOutsideADoubleHaveTheirLabels() {
    Axis axis = DECADES.over(-412.3, 71.2);
    assertEquals("10⁻³⁰⁰", axis.tick(-300));
    assertTrue(axis.low() <= -412.3 && axis.high() >= 71.2, axis.toString());
    assertEquals(100, axis.step());
  }

  @Test
  void ticksOfDecadesAreNeverBetweenDecades() {
    assertEquals(1, DECADES.over(-0.3, 0.4).step());
    assertEquals("", DECADES.tick(0.5));
  }

  @Test
  void openEndsAreRoundNumbersAroundTheData() {
    Axis axis = Axis.linear("loss").over(0.013, 0.47);
    assertEquals(0, axis.low());
    assertEquals(0.5, axis.high(), 1e-12);
  }

  @Test
  void aConstantStillHasAnAxis() {
    Axis axis = Axis.linear("state").over(2, 2);
    assertTrue(axis.low() < axis.high(), axis.toString());
  }

  @Test
  void aFixedEndIsKept() {
    Axis axis = DECADES.range(-16, 6).over(-400, 3);
    assertEquals(-16, axis.low());
    assertEquals(6, axis.high());
  }

  @Test
  void endsInTheWrongOrderAreNamed() {
    var e = assertThrows(IllegalArgumentException.class, () -> DECADES.range(3, -3));
    assertEquals("the range of \"norm\" is 3.0 to -3.0: need the lower end first", e.getMessage());
  }
}
