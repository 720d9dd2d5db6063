package longrange.linalg;

import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import longrange.linalg.kernels.BackendChoice;
import org.jspecify.annotations.Nullable;

/// Chooses the kernels of this process, once, and says so in one line of the log: quietly when they
/// are the fastest there are, else as a note that says how to get these.
final class KernelChoice {
  static final String PROPERTY = "longrange.kernels";

  private static final Map<String, Supplier<Kernels>> AVAILABLE =
      new TreeMap<>(
          Map.of(
              "ejml", EjmlKernels::new,
              "rows", () -> new ArrayKernels(BackendChoice.rows()),
              "vector", () -> new ArrayKernels(BackendChoice.vector())));

  static final Kernels CHOSEN = chosenAtStart();

  private KernelChoice() {}

  private static Kernels chosenAtStart() {
    System.Logger log = System.getLogger("longrange.linalg");
    String asked = System.getProperty(PROPERTY);
    Optional<String> hindrance = asked == null ? BackendChoice.hindrance() : Optional.empty();
    Kernels kernels = chosen(asked, hindrance);
    log.log(hindrance.isPresent() ? Level.INFO : Level.DEBUG, line(kernels, hindrance));
    return kernels;
  }

  /// The kernels that were asked for, else the fastest that nothing hinders.
  static Kernels chosen(@Nullable String asked, Optional<String> hindrance) {
    return named(asked != null ? asked : hindrance.isPresent() ? "rows" : "vector");
  }

  static String line(Kernels kernels, Optional<String> hindrance) {
    return "kernels: " + kernels.name() + hindrance.map(why -> ", for " + why).orElse("");
  }

  /// The kernels of this name.
  ///
  /// @throws IllegalArgumentException when no kernels have this name; the message lists those there
  ///   are
  static Kernels named(String name) {
    Supplier<Kernels> maker = AVAILABLE.get(name);
    if (maker == null) {
      throw new IllegalArgumentException(
          "-D%s=%s names no kernels: use one of %s, or leave it out"
              .formatted(PROPERTY, name, String.join(", ", AVAILABLE.keySet())));
    }
    return maker.get();
  }
}
