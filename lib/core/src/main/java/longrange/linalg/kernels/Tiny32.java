package longrange.linalg.kernels;

/// Where an adjoint counts as zero, in single precision: see [Tiny64]. The smallest normal number is
/// 1.2e-38. At 100 steps nothing is so small; at 400 steps much is.
final class Tiny32 {
  static final float TINY = 1e-30f;

  private Tiny32() {}

  static float flushed(float x) {
    return Math.abs(x) < TINY ? 0 : x;
  }
}
