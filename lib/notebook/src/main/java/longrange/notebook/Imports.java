package longrange.notebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// What every cell may use without importing it.
final class Imports {
  private static final String DEFAULTS = "/longrange/grading/default-imports.jsh";
  private static final String LIBRARY = "/longrange/grading/notebook-imports.jsh";

  private Imports() {}

  /// The imports of every answer, and this library, which only a notebook has. Extraction reads the
  /// same two files: it must know what a notebook knows to say what an answer may not use.
  static String source() {
    return read(DEFAULTS) + read(LIBRARY);
  }

  private static String read(String name) {
    try (InputStream file = Imports.class.getResourceAsStream(name)) {
      if (file == null) throw new IllegalStateException("no " + name + " on the class path");
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}
