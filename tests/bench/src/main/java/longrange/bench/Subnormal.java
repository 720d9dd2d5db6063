package longrange.bench;

import java.util.Arrays;

/// What numbers below the normal ones cost on this machine: some processors take a hundred times as
/// long for them, some no longer. Torch as it comes has them where adjoints decay.
final class Subnormal {
  private static final int MANY = 1024;

  private Subnormal() {}

  /// How many times as long products in single precision take.
  static double single() {
    return rate(0.9f) / rate(1e-40f);
  }

  /// How many times as long products in double precision take.
  static double doubled() {
    return rate(0.9) / rate(1e-310);
  }

  private static double rate(float value) {
    float[] x = new float[MANY];
    float[] y = new float[MANY];
    Arrays.fill(x, value);
    return Rate.best(MANY, 1, () -> times(x, y));
  }

  private static double rate(double value) {
    double[] x = new double[MANY];
    double[] y = new double[MANY];
    Arrays.fill(x, value);
    return Rate.best(MANY, 1, () -> times(x, y));
  }

  private static void times(float[] x, float[] y) {
    for (int j = 0; j < x.length; j++) {
      y[j] = x[j] * 0.75f;
    }
  }

  private static void times(double[] x, double[] y) {
    for (int j = 0; j < x.length; j++) {
      y[j] = x[j] * 0.75;
    }
  }
}
