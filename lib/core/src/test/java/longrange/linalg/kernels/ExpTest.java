package longrange.linalg.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/// The bounds that [Exp64] and [Exp32] state, over a million points of every size.
class ExpTest {
  private static final int POINTS = 1_000_000;

  /// The JDK's own error, one unit in the last place, may come on top.
  private static final double OF_THE_JDK = 1;

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
    assertTrue(worst <= ulps + OF_THE_JDK && worst > 0, "%.2f units".formatted(worst));
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
