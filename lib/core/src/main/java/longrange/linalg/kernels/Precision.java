package longrange.linalg.kernels;

/// The precision within a fused sequence. Weights, losses and updates are double always.
public enum Precision {
  /// 53 bits, about 16 digits.
  DOUBLE,

  /// 24 bits, about 7 digits, and twice the speed.
  SINGLE
}
