package longrange.classroom;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Right answers of a student who knows neither the reference nor the catalogue; and the same with
/// something changed in them.
final class RightAnswers {
  static final List<String> EXERCISES = List.of("3.1", "3.2", "3.3", "3.4");

  private static final Map<String, String> NAMES =
      Map.of(
          "3.1", "MyJacobianProduct",
          "3.2", "MySpectralNorm",
          "3.3", "MySpectralRadius",
          "3.4", "MyTransientWitness");

  private RightAnswers() {}

  static String className(String exercise) {
    return NAMES.getOrDefault(exercise, exercise);
  }

  static String of(String exercise) {
    String file = className(exercise) + ".txt";
    try (InputStream in = RightAnswers.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The right answer with a part of it replaced by another.
  static String with(String exercise, String part, String other) {
    String right = of(exercise);
    if (!right.contains(part)) {
      throw new IllegalArgumentException("the answer to " + exercise + " has no " + part);
    }
    return right.replace(part, other);
  }

  /// An answer whose one method has this body.
  static String withBody(String exercise, String body) {
    String right = of(exercise);
    int open = right.indexOf('{', right.indexOf("public ")) + 1;
    return right.substring(0, open) + "\n" + body.indent(4) + "  }\n}\n";
  }
}
