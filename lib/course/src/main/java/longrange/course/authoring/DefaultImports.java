package longrange.course.authoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The packages that every cell may use without an import line.
record DefaultImports(List<String> packages) {
  private static final String FILE =
      "lib/grading/src/main/resources/longrange/grading/default-imports.jsh";

  static DefaultImports read(Path root) throws IOException {
    return new DefaultImports(
        Files.readAllLines(root.resolve(FILE)).stream()
            .filter(line -> line.startsWith("import ") && line.endsWith(".*;"))
            .map(line -> line.substring("import ".length(), line.length() - ".*;".length()))
            .toList());
  }

  /// Whether an import line says nothing new.
  boolean cover(String importLine) {
    return packages.contains(importLine.replaceAll("^import |\\.\\w+;$", ""));
  }
}
