package longrange.linalg.kernels;

import java.util.Optional;

/// Which backends there are in this Java runtime, and what is in the way of the fast ones.
public final class BackendChoice {
  private static final String MODULE = "jdk.incubator.vector";

  private BackendChoice() {}

  /// Plain Java. It is always there.
  public static Backend rows() {
    return new Backend("rows", new RowArithmetic64(), new RowArithmetic32());
  }

  /// What makes plain Java slower than the reference; empty where it is faster.
  public static Optional<Hindrance> hindranceOfRows() {
    return VirtualMachine.ofThisProcess().withoutMultiplyAdd();
  }

  /// The Vector API, which is warmed up in the background.
  ///
  /// @throws IllegalStateException when it is not there, or would be slower than plain Java
  public static Backend vector() {
    hindrance()
        .ifPresent(hindrance -> {
          throw new IllegalStateException(hindrance.sentence());
        });
    return VectorBackend.shared();
  }

  /// What is in the way of the Vector API; empty where it is the fastest.
  public static Optional<Hindrance> hindrance() {
    VirtualMachine machine = VirtualMachine.ofThisProcess();
    return machine
        .withoutMultiplyAdd()
        .or(machine::withoutOptimiser)
        .or(BackendChoice::notLoaded)
        .or(() -> machine.tooNarrow(VectorBackend.bits()));
  }

  /// Asked by a class of it: a module that was loaded later is in no layer that could be asked.
  private static Optional<Hindrance> notLoaded() {
    try {
      Class.forName(MODULE + ".DoubleVector", false, BackendChoice.class.getClassLoader());
      return Optional.empty();
    } catch (ClassNotFoundException e) {
      return Optional.of(
          Hindrance.of(
              "the module %s is not loaded".formatted(MODULE),
              "start java with --add-modules " + MODULE));
    }
  }
}
