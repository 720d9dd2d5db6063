package longrange.linalg.kernels;

import java.util.Locale;
import java.util.Optional;

/// Which backends there are in this Java runtime, and what is in the way of the fast one.
public final class BackendChoice {
  private static final String MODULE = "jdk.incubator.vector";

  /// Below it a vector holds two doubles, and gains nothing over what C2 makes of plain loops.
  private static final int ENOUGH_BITS = 256;

  private BackendChoice() {}

  /// Plain Java. It is always there.
  public static Backend rows() {
    return new Backend("rows", new RowArithmetic64(), new RowArithmetic32());
  }

  /// The Vector API, which is warmed up in the background.
  ///
  /// @throws IllegalStateException when it is not there, or would be slower than plain Java
  public static Backend vector() {
    hindrance()
        .ifPresent(reason -> {
          throw new IllegalStateException(reason);
        });
    return VectorBackend.shared();
  }

  /// What is in the way of the Vector API, and what to do about it, in one sentence; empty where it
  /// is the fastest.
  public static Optional<String> hindrance() {
    if (!isLoaded()) {
      return Optional.of(
          "the module %s is not loaded: start java with --add-modules %s"
              .formatted(MODULE, MODULE));
    }
    return withoutOptimiser(System.getProperty("java.vm.info", ""))
        .or(() -> tooNarrow(VectorBackend.bits()));
  }

  /// Asked by a class of it: a module that was loaded later is in no layer that could be asked.
  private static boolean isLoaded() {
    try {
      Class.forName(MODULE + ".DoubleVector", false, BackendChoice.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /// With the quick compiler alone each vector is an object, and all is some 300 times slower.
  ///
  /// @param info the property `java.vm.info`: `mixed mode, sharing` where both compilers are at
  ///   work
  static Optional<String> withoutOptimiser(String info) {
    String mode = info.toLowerCase(Locale.ROOT);
    return mode.contains("interpreted") || mode.contains("emulated-client")
        ? Optional.of(
            "Java runs without its optimising compiler C2 (%s): leave out -Xint and -XX:TieredStopAtLevel"
                .formatted(info))
        : Optional.empty();
  }

  static Optional<String> tooNarrow(int bits) {
    return bits < ENOUGH_BITS
        ? Optional.of(
            "vectors are %d bits wide here: need %d, which most processors since 2013 have; leave out -XX:MaxVectorSize and -XX:UseAVX"
                .formatted(bits, ENOUGH_BITS))
        : Optional.empty();
  }
}
