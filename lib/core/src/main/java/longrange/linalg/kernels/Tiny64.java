package longrange.linalg.kernels;

/// Where an adjoint counts as zero, in double precision.
///
/// An adjoint that shrinks in every step ends in the subnormal numbers, with which processors
/// compute 10 to 16 times slower, and Java cannot tell them to round these to zero. The bound
/// leaves room for a factor of 1e-17 until then.
final class Tiny64 {
  static final double TINY = 1e-290;

  private static final double JUST_BELOW = Math.nextDown(TINY);

  private Tiny64() {}

  /// 0 for what is below, else x: as a product, for C2 makes no vectors of a choice.
  static double flushed(double x) {
    return x * Math.signum(Math.max(Math.abs(x) - JUST_BELOW, 0));
  }
}
