package longrange.linalg.kernels;

/// The exponential function and its two relatives, in double precision.
///
/// `e^x = 2^n e^r` with n the integer next to x / ln 2, so that |r| ≤ 0.35, where the Taylor
/// polynomial of degree 13 is exact to rounding (the next term is below 2e-17 of the sum). Adding
/// [#MAGIC], whose last bit counts ones, rounds to n, and leaves n + 1023 in the last bits: shifted
/// to the exponent's place they are `2^n`. ln 2 is subtracted in two parts, the first with zeros at
/// its end, so that n times it is exact (Cody and Waite 1980, chapter 6). tanh needs `e^x - 1`
/// without cancellation: `(2^n - 1) + 2^n (e^r - 1)`.
///
/// The bounds below are in units of the last place, and are tested over a million points up to |x|
/// = 700. Below -708 σ stays where it is, at 8e-309.
final class Exp64 {
  /// The largest error of tanh.
  static final double TANH_ULPS = 4;

  /// The largest error of σ.
  static final double SIGMOID_ULPS = 3;

  static final double MAGIC = 0x1.8p52 + 1023;
  static final double LOG2_E = 1.4426950408889634;
  static final double LN2_HIGH = 0.6931471803691238;
  static final double LN2_LOW = 1.9082149292705877e-10;

  /// Beyond 2x = 80 tanh is 1 to the last bit.
  static final double TANH_END = 80;

  /// The logarithm of the smallest normal number, rounded up.
  static final double LEAST = -708.39;

  /// The logarithm of the largest number, rounded down; n is 1024 from 709.44 on, where 2^n would
  /// be infinite.
  static final double MOST = 709.4;

  static final double C13 = 1 / 6227020800.0;
  static final double C12 = 1 / 479001600.0;
  static final double C11 = 1 / 39916800.0;
  static final double C10 = 1 / 3628800.0;
  static final double C9 = 1 / 362880.0;
  static final double C8 = 1 / 40320.0;
  static final double C7 = 1 / 5040.0;
  static final double C6 = 1 / 720.0;
  static final double C5 = 1 / 120.0;
  static final double C4 = 1 / 24.0;
  static final double C3 = 1 / 6.0;
  static final double C2 = 0.5;

  private Exp64() {}

  static double tanh(double x) {
    return tanh(x, powerOfTwo(magicOfTanh(x)));
  }

  /// The first of three steps to tanh; the second is [#powerOfTwo].
  static double magicOfTanh(double x) {
    return Math.fma(doubled(x), LOG2_E, MAGIC);
  }

  /// The last step to tanh. A product with the sign, for C2 has no vectors of `Math.copySign`.
  static double tanh(double x, double power) {
    double w = doubled(x);
    double e = Math.fma(power, polynomial(rest(w, magicOfTanh(x))), power - 1);
    return e / (e + 2) * Math.signum(x);
  }

  private static double doubled(double x) {
    return Math.min(2 * Math.abs(x), TANH_END);
  }

  static double sigmoid(double x) {
    return sigmoid(x, powerOfTwo(magicOfSigmoid(x)));
  }

  /// The first of three steps to σ; the second is [#powerOfTwo].
  static double magicOfSigmoid(double x) {
    return Math.fma(bounded(-x), LOG2_E, MAGIC);
  }

  /// The last step to σ.
  static double sigmoid(double x, double power) {
    return 1 / (within(bounded(-x), power) + 1);
  }

  private static double bounded(double x) {
    return Math.min(Math.max(x, LEAST), MOST);
  }

  /// `e^x`, with its power of two.
  private static double within(double x, double power) {
    return Math.fma(power, polynomial(rest(x, Math.fma(x, LOG2_E, MAGIC))), power);
  }

  /// `2^n`, from the magic number plus n.
  static double powerOfTwo(double magic) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(magic) << 52);
  }

  private static double rest(double x, double magic) {
    double n = magic - MAGIC;
    return Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x));
  }

  /// `e^r - 1`, odd and even powers apart, so that two sums grow at once.
  private static double polynomial(double r) {
    double r2 = r * r;
    double odd = Math.fma(r2, C13, C11);
    double even = Math.fma(r2, C12, C10);
    odd = Math.fma(odd, r2, C9);
    even = Math.fma(even, r2, C8);
    odd = Math.fma(odd, r2, C7);
    even = Math.fma(even, r2, C6);
    odd = Math.fma(odd, r2, C5);
    even = Math.fma(even, r2, C4);
    odd = Math.fma(odd, r2, C3);
    even = Math.fma(even, r2, C2);
    return Math.fma(Math.fma(odd, r, even), r2, r);
  }
}
