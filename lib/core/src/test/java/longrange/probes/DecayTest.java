package longrange.probes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DecayTest {
  private static double[] powers(double r) {
    return IntStream.rangeClosed(0, 100).mapToDouble(k -> k * Math.log10(r)).toArray();
  }

  @Test
  void theHalfLivesOfPowers() {
    double[] r = {.7, .8, .9, .95, .99, .999};
    double[] expected = {1.94, 3.11, 6.58, 13.5, 69.0, 693};
    double[] unit = {.005, .005, .005, .05, .05, .5};
    for (int i = 0; i < r.length; i++) {
      assertEquals(expected[i], Decay.halfLife(r[i]), unit[i]);
      assertEquals(Decay.halfLife(r[i]), Decay.halfLife(powers(r[i]), 0, 100), 1e-6);
    }
  }

  @Test
  void theTimeConstantIsLongerThanTheHalfLife() {
    assertEquals(99.5, Decay.timeConstant(.99), .05);
    assertEquals(19.5, Decay.timeConstant(.95), .05);
    assertEquals(9.49, Decay.timeConstant(.9), .005);
    assertEquals(Decay.halfLife(.99), Decay.timeConstant(.99) * Math.log(2), 1e-9);
  }

  @Test
  void theHorizonIsTheLastLagAboveTheFraction() {
    assertEquals(21, Decay.horizon(powers(.9), .1)); // .9^21 = .109, .9^22 = .098
    assertEquals(3, Decay.horizon(new double[] {0, -2, -2, -.5, -3}, .1));
    assertEquals(0, Decay.horizon(new double[] {0, -2}, .1));
    // A block of a state may begin anywhere: what counts is the fall.
    assertEquals(1, Decay.horizon(new double[] {-2, -2.5, -3.5}, .1));
  }

  @Test
  void aGrowingCurveHasANegativeHalfLife() {
    assertEquals(-1, Decay.halfLife(powers(2), 0, 10), 1e-12);
  }

  @Test
  void aZeroInTheRangeIsRefused() {
    double[] curve = {0, -1, Double.NEGATIVE_INFINITY};
    var error = assertThrows(IllegalArgumentException.class, () -> Decay.halfLife(curve, 0, 2));
    assertEquals("the curve is zero at lag 2: end before", error.getMessage());
    assertThrows(IllegalArgumentException.class, () -> Decay.halfLife(curve, 0, 3));
  }
}
