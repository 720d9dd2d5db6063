package longrange.linalg.kernels;

/// [Exp64] for whole arrays, in three passes each.
///
/// C2 makes vectors of each pass. Of all three in one loop it makes none, because it has no vectors
/// for what the second does, a number's bits as an integer, unless they are only loaded and stored
/// (JDK 25, an EPYC of 2022, single precision: tanh 26 ns in one loop, 1.4 in passes, 0.7 with the
/// Vector API).
final class RowExp64 {
  private RowExp64() {}

  /// tanh in place.
  ///
  /// @param power is overwritten; as long as x
  static void tanh(double[] x, double[] power) {
    magicsOfTanh(x, power);
    powersOfTwo(power);
    tanhs(x, power);
  }

  /// σ in place.
  ///
  /// @param power is overwritten; as long as x
  static void sigmoid(double[] x, double[] power) {
    magicsOfSigmoid(x, power);
    powersOfTwo(power);
    sigmoids(x, power);
  }

  private static void magicsOfTanh(double[] x, double[] magic) {
    for (int j = 0; j < x.length; j++) {
      magic[j] = Exp64.magicOfTanh(x[j]);
    }
  }

  private static void magicsOfSigmoid(double[] x, double[] magic) {
    for (int j = 0; j < x.length; j++) {
      magic[j] = Exp64.magicOfSigmoid(x[j]);
    }
  }

  private static void powersOfTwo(double[] magic) {
    for (int j = 0; j < magic.length; j++) {
      magic[j] = Exp64.powerOfTwo(magic[j]);
    }
  }

  private static void tanhs(double[] x, double[] power) {
    for (int j = 0; j < x.length; j++) {
      x[j] = Exp64.tanh(x[j], power[j]);
    }
  }

  private static void sigmoids(double[] x, double[] power) {
    for (int j = 0; j < x.length; j++) {
      x[j] = Exp64.sigmoid(x[j], power[j]);
    }
  }
}
