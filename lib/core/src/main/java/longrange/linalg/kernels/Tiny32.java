package longrange.linalg.kernels;

/// Where an adjoint counts as zero, in single precision: see [Tiny64]. The smallest normal number
/// is 1.2e-38. At 100 steps nothing is so small; at 400 steps much is.
final class Tiny32 {
  static final float TINY = 1e-30f;

  private static final float JUST_BELOW = Math.nextDown(TINY);

  private Tiny32() {}

  /// 0 for what is below, else x: as a product, for C2 makes no vectors of a choice.
  static float flushed(float x) {
    return x * Math.signum(Math.max(Math.abs(x) - JUST_BELOW, 0));
  }
}
