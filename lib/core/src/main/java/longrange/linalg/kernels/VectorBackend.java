package longrange.linalg.kernels;

/// Makes the backend of the Vector API. Nobody may touch this class where the module is missing.
final class VectorBackend {
  private VectorBackend() {}

  static Backend create() {
    return new Backend("vector", new VectorArithmetic64(), new VectorArithmetic32());
  }

  /// The width of this machine's vectors.
  static int bits() {
    return VectorTiles64.LANES.vectorBitSize();
  }
}
