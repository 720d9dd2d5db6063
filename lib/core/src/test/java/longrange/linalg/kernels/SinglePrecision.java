package longrange.linalg.kernels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Writes the single-precision twins, by putting one word for another. From the course's folder:
/// `java lib/core/src/test/java/longrange/linalg/kernels/SinglePrecision.java`.
///
/// A file is named `*64.java` when it has a twin of the same name with 32, and has none that is
/// generated where that one was written by hand.
final class SinglePrecision {
  static final String COMMAND =
      "java lib/core/src/test/java/longrange/linalg/kernels/SinglePrecision.java";

  private static final Path FOLDER = Path.of("src/main/java/longrange/linalg/kernels");

  /// Their polynomials and bounds differ.
  private static final List<String> BY_HAND =
      List.of("Exp64.java", "VectorExp64.java", "Tiny64.java");

  private SinglePrecision() {}

  public static void main(String[] arguments) throws IOException {
    for (Path source : sources(Path.of("lib/core"))) {
      Files.writeString(twin(source), generated(source));
    }
  }

  /// The double-precision files that have a generated twin.
  static List<Path> sources(Path module) throws IOException {
    try (Stream<Path> files = Files.list(module.resolve(FOLDER))) {
      return files
          .filter(file -> file.toString().endsWith("64.java"))
          .filter(file -> !BY_HAND.contains(file.getFileName().toString()))
          .sorted()
          .toList();
    }
  }

  static Path twin(Path source) {
    return source.resolveSibling(source.getFileName().toString().replace("64.java", "32.java"));
  }

  static String generated(Path source) throws IOException {
    String text =
        Files.readString(source)
            .replace("double precision", "single precision")
            .replaceAll("\\bdouble\\b", "float")
            .replace("DoubleVector", "FloatVector")
            .replace("Species<Double>", "Species<Float>")
            .replaceAll("(?<=[A-Za-z])64\\b", "32");
    return "// Generated from %s. Change that one, then run: %s\n"
            .formatted(source.getFileName(), COMMAND)
        + text;
  }
}
