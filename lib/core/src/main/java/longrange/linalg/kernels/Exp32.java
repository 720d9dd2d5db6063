package longrange.linalg.kernels;

/// [Exp64] in single precision: here the Taylor polynomial of degree 7 is exact to rounding. The
/// bounds are tested up to |x| = 87; below -88 σ stays where it is, at 4e-39.
final class Exp32 {
  /// The largest error of tanh.
  static final float TANH_ULPS = 4;

  /// The largest error of σ.
  static final float SIGMOID_ULPS = 3;

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
    return tanh(x, powerOfTwo(magicOfTanh(x)));
  }

  /// The first of three steps to tanh; the second is [#powerOfTwo].
  static float magicOfTanh(float x) {
    return Math.fma(doubled(x), LOG2_E, MAGIC);
  }

  /// The last step to tanh. A product with the sign, for C2 has no vectors of `Math.copySign`.
  static float tanh(float x, float power) {
    float w = doubled(x);
    float e = Math.fma(power, polynomial(rest(w, magicOfTanh(x))), power - 1);
    return e / (e + 2) * Math.signum(x);
  }

  private static float doubled(float x) {
    return Math.min(2 * Math.abs(x), TANH_END);
  }

  static float sigmoid(float x) {
    return sigmoid(x, powerOfTwo(magicOfSigmoid(x)));
  }

  /// The first of three steps to σ; the second is [#powerOfTwo].
  static float magicOfSigmoid(float x) {
    return Math.fma(bounded(-x), LOG2_E, MAGIC);
  }

  /// The last step to σ.
  static float sigmoid(float x, float power) {
    return 1 / (within(bounded(-x), power) + 1);
  }

  private static float bounded(float x) {
    return Math.min(Math.max(x, LEAST), MOST);
  }

  /// `e^x`, with its power of two.
  private static float within(float x, float power) {
    return Math.fma(power, polynomial(rest(x, Math.fma(x, LOG2_E, MAGIC))), power);
  }

  /// `2^n`, from the magic number plus n.
  static float powerOfTwo(float magic) {
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
