package longrange.linalg.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/// The bounds that [Exp64] and [Exp32] state, over a million points of every size.
class ExpTest {
  private static final int POINTS = 1_000_000;

  private static final int EXACT_POINTS = 2_000;

  /// What the yardstick of the million may be off itself: `Math.tanh` is allowed so much, and the σ
  /// below stays within it. [#theBoundsHoldBesideExactValues] has an exact one.
  private static final double OF_THE_YARDSTICK = 2.5;

  private static final MathContext DIGITS = new MathContext(60);

  private final Random random = new Random(1);

  @Test
  void theBoundsOfDoublePrecisionHold() {
    double[] x = points(700);
    double[] y = new double[POINTS];
    Arrays.setAll(y, i -> Exp64.tanh(x[i]));
    within(Exp64.TANH_ULPS, Math::tanh, x, y);
    Arrays.setAll(y, i -> Exp64.sigmoid(x[i]));
    within(Exp64.SIGMOID_ULPS, ExpTest::sigmoid, x, y);
  }

  @Test
  void theBoundsOfSinglePrecisionHold() {
    float[] x = singles(points(87));
    float[] y = new float[POINTS];
    for (int i = 0; i < POINTS; i++) {
      y[i] = Exp32.tanh(x[i]);
    }
    within(Exp32.TANH_ULPS, Math::tanh, x, y);
    for (int i = 0; i < POINTS; i++) {
      y[i] = Exp32.sigmoid(x[i]);
    }
    within(Exp32.SIGMOID_ULPS, ExpTest::sigmoid, x, y);
  }

  @Test
  void theBoundsHoldBesideExactValues() {
    double[] x = Arrays.copyOf(points(700), EXACT_POINTS);
    for (double point : x) {
      BigDecimal e = exp(new BigDecimal(point).multiply(BigDecimal.TWO));
      BigDecimal tanh = e.subtract(BigDecimal.ONE).divide(e.add(BigDecimal.ONE), DIGITS);
      assertWithin(Exp64.TANH_ULPS, tanh, Exp64.tanh(point), point);
      BigDecimal below = exp(new BigDecimal(point).negate()).add(BigDecimal.ONE);
      assertWithin(
          Exp64.SIGMOID_ULPS, BigDecimal.ONE.divide(below, DIGITS), Exp64.sigmoid(point), point);
    }
  }

  /// In 60 digits, by the series of `e^(x/2^k)`, squared k times.
  private static BigDecimal exp(BigDecimal x) {
    int halvings = 16;
    BigDecimal small = x.divide(BigDecimal.TWO.pow(halvings), DIGITS);
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = term;
    for (int i = 1; i < 60; i++) {
      term = term.multiply(small, DIGITS).divide(BigDecimal.valueOf(i), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    for (int i = 0; i < halvings; i++) {
      sum = sum.multiply(sum, DIGITS);
    }
    return sum;
  }

  private static void assertWithin(double ulps, BigDecimal exact, double actual, double x) {
    BigDecimal off = new BigDecimal(actual).subtract(exact).abs();
    double units = off.doubleValue() / Math.ulp(exact.doubleValue());
    assertTrue(units <= ulps, "%.2f units at %s".formatted(units, x));
  }

  @Test
  void theEndsAreWhatTheyShouldBe() {
    double inf = Double.POSITIVE_INFINITY;
    double[] x = {0, -0.0, inf, -inf, Double.NaN, 1000, -1000, 1e-310};
    double[] tanh = {0, -0.0, 1, -1, Double.NaN, 1, -1, 1e-310};
    for (int i = 0; i < x.length; i++) {
      assertEquals(tanh[i], Exp64.tanh(x[i]), "tanh " + x[i]);
      assertEquals((float) tanh[i], Exp32.tanh((float) x[i]), "tanh " + x[i]);
    }
    assertEquals(0.5, Exp64.sigmoid(0));
    assertEquals(1, Exp64.sigmoid(1000));
    assertTrue(Exp64.sigmoid(-1000) < 1e-300);
    assertTrue(Double.isNaN(Exp64.sigmoid(Double.NaN)) && Float.isNaN(Exp32.sigmoid(Float.NaN)));
    assertEquals(1, Exp32.sigmoid(1000));
    assertTrue(Exp32.sigmoid(-1000) < 1e-30);
  }

  /// Half of them spread evenly, half of every magnitude down to 1e-12.
  private double[] points(double end) {
    double[] x = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      double reach = i % 2 == 0 ? 1 : Math.pow(10, -12 * random.nextDouble());
      x[i] = end * reach * random.nextDouble(-1, 1);
    }
    return x;
  }

  private static float[] singles(double[] x) {
    float[] singles = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      singles[i] = (float) x[i];
    }
    return singles;
  }

  private static double sigmoid(double x) {
    double e = Math.exp(-Math.abs(x));
    return x >= 0 ? 1 / (1 + e) : e / (1 + e);
  }

  private static void within(double ulps, DoubleUnaryOperator exact, double[] x, double[] y) {
    double worst = 0;
    for (int i = 0; i < x.length; i++) {
      double expected = exact.applyAsDouble(x[i]);
      worst = Math.max(worst, Math.abs(y[i] - expected) / Math.ulp(expected));
    }
    assertTrue(worst <= ulps + OF_THE_YARDSTICK && worst > 0, "%.2f units".formatted(worst));
  }

  private static void within(double ulps, DoubleUnaryOperator exact, float[] x, float[] y) {
    double worst = 0;
    for (int i = 0; i < x.length; i++) {
      double expected = exact.applyAsDouble(x[i]);
      worst = Math.max(worst, Math.abs(y[i] - expected) / Math.ulp((float) expected));
    }
    assertTrue(worst <= ulps && worst > 0, "%.2f units".formatted(worst));
  }
}
