package longrange.notebook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class NumbersTest {
  @Test
  void valuesHaveFourFigures() {
    assertEquals("0.1667", Numbers.plain(1 / 6.0));
    assertEquals("2.951·10⁻⁵", Numbers.plain(Math.pow(0.9, 99)));
    assertEquals("−3", Numbers.plain(-3));
    assertEquals("12,345", Numbers.plain(12345));
    assertEquals("undefined", Numbers.plain(Double.NaN));
    assertEquals("infinite", Numbers.plain(Double.POSITIVE_INFINITY));
  }

  @Test
  void powersOfTenReachFarOutsideTheRangeOfADouble() {
    assertEquals("3.98·10⁻³²¹", Numbers.tenTo(-320.4));
    assertEquals("1.74·10⁷¹", Numbers.tenTo(71.24));
    assertEquals("2·10⁻¹⁰⁰⁰", Numbers.tenTo(-1000 + Math.log10(2)));
    assertEquals("0", Numbers.tenTo(Double.NEGATIVE_INFINITY));
  }

  @Test
  void aPowerThatRoundsUpToTenMovesToTheNextDecade() {
    assertEquals("1·10⁻⁹", Numbers.tenTo(-10 + Math.log10(9.9996)));
  }

  @Test
  void theTwoWaysToTheSameNumberAgree() {
    for (double value : new double[] {1, 0.5, 19.4, 2.66e-5, 1.2e24, 6e-3}) {
      assertEquals(Numbers.plain(value), Numbers.tenTo(Math.log10(value)), "for " + value);
    }
  }

  @Test
  void ticksCarryNoRoundingNoise() {
    assertEquals("0.3", Numbers.tick(0.1 + 0.2));
    assertEquals("0", Numbers.tick(-1e-17));
  }

  @Test
  void stepsIncludeBothEndsAndAreWhatAPersonWrites() {
    assertArrayEquals(new double[] {0.1, 0.2, 0.3, 0.4}, Steps.of(0.1, 0.4, 0.1));
    assertEquals(41, Steps.of(0.5, 1.1, 0.015).length);
  }

  @Test
  void stepsThatNeverArriveAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Steps.of(1, 0, 0.1));
    assertThrows(IllegalArgumentException.class, () -> Steps.of(0, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> Steps.of(0, 1, 1e-9));
  }
}
