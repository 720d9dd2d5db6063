package longrange.notebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// What every cell may use without importing it.
final class Imports {
  private static final String DEFAULTS = "/longrange/grading/default-imports.jsh";

  private Imports() {}

  /// The imports of every answer, which extraction reads from the same file, and the functions of
  /// this library, which only a notebook has.
  static String source() {
    return defaults()
        + """

        import static longrange.notebook.Notebook.*;
        import longrange.notebook.*;
        """;
  }

  private static String defaults() {
    try (InputStream file = Imports.class.getResourceAsStream(DEFAULTS)) {
      if (file == null) throw new IllegalStateException("no " + DEFAULTS + " on the class path");
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + DEFAULTS, e);
    }
  }
}
