package longrange.linalg;

import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import longrange.linalg.kernels.BackendChoice;
import longrange.linalg.kernels.Hindrance;
import org.jspecify.annotations.Nullable;

/// The kernels of this process, chosen once: those that were asked for, else the fastest that
/// nothing hinders.
///
/// The choice is one message to the log: a note where the user can have faster ones and how, else
/// only for those who want to know (level DEBUG). It goes through `System.Logger`, and not straight
/// to the error stream, so that a program that uses the library decides what is shown, and where;
/// what is put round the message is its logger's matter.
///
/// @param kernels null when those that were asked for cannot be had
/// @param sentence what is said of the choice
/// @param hindrance what is in the way of the fastest
record KernelChoice(@Nullable Kernels kernels, String sentence, Optional<Hindrance> hindrance) {
  static final String PROPERTY = "longrange.kernels";

  private static final Map<String, Supplier<Kernels>> MAKERS =
      new TreeMap<>(
          Map.of(
              "ejml", EjmlKernels::new,
              "rows", KernelChoice::rows,
              "vector", KernelChoice::vector));

  private static final KernelChoice OF_THIS_PROCESS = atStart();

  /// The kernels of this process.
  ///
  /// @throws IllegalStateException when those that were asked for cannot be had, each time anew:
  ///   thrown while a class is initialised it would be buried, and from the second time on lost
  static Kernels ofThisProcess() {
    Kernels kernels = OF_THIS_PROCESS.kernels;
    if (kernels == null) {
      throw new IllegalStateException(OF_THIS_PROCESS.sentence);
    }
    return kernels;
  }

  private static KernelChoice atStart() {
    String asked = System.getProperty(PROPERTY);
    KernelChoice choice =
        asked == null
            ? fastest(BackendChoice.hindrance(), BackendChoice.hindranceOfRows())
            : asked(asked);
    boolean canBeBetter = choice.hindrance.flatMap(Hindrance::remedy).isPresent();
    System.getLogger("longrange.linalg")
        .log(canBeBetter ? Level.INFO : Level.DEBUG, choice.sentence);
    return choice;
  }

  /// The fastest that nothing hinders.
  static KernelChoice fastest(Optional<Hindrance> ofVector, Optional<Hindrance> ofRows) {
    Kernels kernels = ofVector.isEmpty() ? vector() : ofRows.isEmpty() ? rows() : new EjmlKernels();
    String why = ofVector.map(hindrance -> ", for " + hindrance.sentence()).orElse("");
    return new KernelChoice(kernels, "kernels: " + kernels.name() + why, ofVector);
  }

  /// Those of this name, or none, and why.
  static KernelChoice asked(String name) {
    Supplier<Kernels> maker = MAKERS.get(name);
    if (maker == null) {
      return refused(
          "-D%s=%s names no kernels: use one of %s, or leave it out"
              .formatted(PROPERTY, name, String.join(", ", MAKERS.keySet())));
    }
    // The other kernels are slow at worst, which may be what somebody wants to see.
    Optional<Hindrance> hindrance =
        name.equals("vector") ? BackendChoice.hindrance() : Optional.empty();
    return hindrance
        .map(it -> refused(name, it))
        .orElseGet(() -> new KernelChoice(maker.get(), "kernels: " + name, Optional.empty()));
  }

  private static KernelChoice refused(String name, Hindrance hindrance) {
    return refused(
        "-D%s=%s cannot be had, for %s: %sleave the property out"
            .formatted(
                PROPERTY,
                name,
                hindrance.reason(),
                hindrance.remedy().map(remedy -> remedy + ", or ").orElse("")));
  }

  private static KernelChoice refused(String sentence) {
    return new KernelChoice(null, sentence, Optional.empty());
  }

  private static Kernels rows() {
    return new ArrayKernels(BackendChoice.rows());
  }

  private static Kernels vector() {
    return new ArrayKernels(BackendChoice.vector());
  }
}
