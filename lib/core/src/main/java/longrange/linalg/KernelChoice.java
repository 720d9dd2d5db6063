package longrange.linalg;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.stream.Collectors;

/// Chooses the kernels of this process, once, and says so in one line of the log.
final class KernelChoice {
  static final String PROPERTY = "longrange.kernels";

  private static final List<Kernels> AVAILABLE = List.of(new EjmlKernels());

  static final Kernels CHOSEN = chosenAtStart();

  private KernelChoice() {}

  private static Kernels chosenAtStart() {
    Kernels kernels = named(System.getProperty(PROPERTY, AVAILABLE.getFirst().name()));
    System.getLogger("longrange.linalg").log(Level.DEBUG, "kernels: {0}", kernels.name());
    return kernels;
  }

  /// The kernels of this name.
  ///
  /// @throws IllegalArgumentException when no kernels have this name; the message lists those there
  ///   are
  static Kernels named(String name) {
    return AVAILABLE.stream()
        .filter(kernels -> kernels.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(name)));
  }

  private static String unknown(String name) {
    String names = AVAILABLE.stream().map(Kernels::name).collect(Collectors.joining(", "));
    return "-D%s=%s names no kernels: use one of %s, or leave it out"
        .formatted(PROPERTY, name, names);
  }
}
