// Generated from RowExp64.java. Change that one, then run: java lib/core/src/test/java/longrange/linalg/kernels/SinglePrecision.java
package longrange.linalg.kernels;

/// [Exp32] for whole arrays, in three passes each.
///
/// C2 makes vectors of each pass. Of all three in one loop it makes none, because it has no vectors
/// for what the second does, a number's bits as an integer, unless they are only loaded and stored
/// (JDK 25, an EPYC of 2022, single precision: tanh 26 ns in one loop, 1.4 in passes, 0.7 with the
/// Vector API).
final class RowExp32 {
  private RowExp32() {}

  /// tanh in place.
  ///
  /// @param power is overwritten; as long as x
  static void tanh(float[] x, float[] power) {
    magicsOfTanh(x, power);
    powersOfTwo(power);
    tanhs(x, power);
  }

  /// σ in place.
  ///
  /// @param power is overwritten; as long as x
  static void sigmoid(float[] x, float[] power) {
    magicsOfSigmoid(x, power);
    powersOfTwo(power);
    sigmoids(x, power);
  }

  private static void magicsOfTanh(float[] x, float[] magic) {
    for (int j = 0; j < x.length; j++) {
      magic[j] = Exp32.magicOfTanh(x[j]);
    }
  }

  private static void magicsOfSigmoid(float[] x, float[] magic) {
    for (int j = 0; j < x.length; j++) {
      magic[j] = Exp32.magicOfSigmoid(x[j]);
    }
  }

  private static void powersOfTwo(float[] magic) {
    for (int j = 0; j < magic.length; j++) {
      magic[j] = Exp32.powerOfTwo(magic[j]);
    }
  }

  private static void tanhs(float[] x, float[] power) {
    for (int j = 0; j < x.length; j++) {
      x[j] = Exp32.tanh(x[j], power[j]);
    }
  }

  private static void sigmoids(float[] x, float[] power) {
    for (int j = 0; j < x.length; j++) {
      x[j] = Exp32.sigmoid(x[j], power[j]);
    }
  }
}
