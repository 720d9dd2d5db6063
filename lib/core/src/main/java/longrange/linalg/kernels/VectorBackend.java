package longrange.linalg.kernels;

/// Makes the backend of the Vector API. Nobody may touch this class where the module is missing.
final class VectorBackend {
  private VectorBackend() {}

  /// The one of this process, warmed up in the background from the first time on that it is asked
  /// for.
  static Backend shared() {
    return Shared.BACKEND;
  }

  private static final class Shared {
    static final Backend BACKEND =
        new Backend("vector", new VectorArithmetic64(), new VectorArithmetic32());

    static {
      var _ = WarmUp.begin(BACKEND);
    }

    private Shared() {}
  }

  /// The width of this machine's vectors.
  static int bits() {
    return VectorTiles64.LANES.vectorBitSize();
  }
}
