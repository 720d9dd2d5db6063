package longrange.linalg.kernels;

/// [Exp64] in single precision: here the Taylor polynomial of degree 7 is exact to rounding.
final class Exp32 {
  /// The largest error of tanh.
  static final float TANH_ULPS = 4;

  /// The largest error of σ.
  static final float SIGMOID_ULPS = 3;

  /// The largest error of exp.
  static final float EXP_ULPS = 2;

  static final float MAGIC = 0x1.8p23f + 127;
  static final float LOG2_E = 1.442695f;
  static final float LN2_HIGH = 0x1.63p-1f;
  static final float LN2_LOW = -2.12194440e-4f;

  /// Beyond 2x = 40 tanh is 1 to the last bit.
  static final float TANH_END = 40;

  /// The logarithm of the smallest normal number, rounded up.
  static final float LEAST = -87.33f;

  /// The logarithm of the largest number, rounded down; from 88.38 on 2^n would be infinite.
  static final float MOST = 88.37f;

  static final float C7 = 1 / 5040f;
  static final float C6 = 1 / 720f;
  static final float C5 = 1 / 120f;
  static final float C4 = 1 / 24f;
  static final float C3 = 1 / 6f;
  static final float C2 = 0.5f;

  private Exp32() {}

  static float tanh(float x) {
    float w = Math.min(2 * Math.abs(x), TANH_END);
    float magic = Math.fma(w, LOG2_E, MAGIC);
    float s = powerOfTwo(magic);
    float e = Math.fma(s, polynomial(rest(w, magic)), s - 1);
    return Math.copySign(e / (e + 2), x);
  }

  static float sigmoid(float x) {
    return 1 / (within(Math.min(Math.max(-x, LEAST), MOST)) + 1);
  }

  static float exp(float x) {
    float e = within(Math.min(Math.max(x, LEAST), MOST));
    return x < LEAST ? 0 : x > MOST ? Float.POSITIVE_INFINITY : e;
  }

  private static float within(float x) {
    float magic = Math.fma(x, LOG2_E, MAGIC);
    float s = powerOfTwo(magic);
    return Math.fma(s, polynomial(rest(x, magic)), s);
  }

  private static float powerOfTwo(float magic) {
    return Float.intBitsToFloat(Float.floatToRawIntBits(magic) << 23);
  }

  private static float rest(float x, float magic) {
    float n = magic - MAGIC;
    return Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x));
  }

  /// `e^r - 1`.
  private static float polynomial(float r) {
    float p = Math.fma(r, C7, C6);
    p = Math.fma(p, r, C5);
    p = Math.fma(p, r, C4);
    p = Math.fma(p, r, C3);
    p = Math.fma(p, r, C2);
    return Math.fma(p, r * r, r);
  }
}
