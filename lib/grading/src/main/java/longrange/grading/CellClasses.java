package longrange.grading;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How JShell names the classes it makes of cells.
///
/// Declaration number 11 of a session stands in a class `REPL.$JShell$11`; declared again, in
/// `REPL.$JShell$11B`, then `11C`. Declarations that need each other share one: `$JShell$11_12`.
final class CellClasses {
  private static final Pattern CELL = Pattern.compile("REPL\\.\\$JShell\\$[0-9A-Z_]+");
  private static final Pattern DECLARATION = Pattern.compile("(\\d+)([A-Z]*)");

  /// How many versions ahead a redefinition is looked for; a failed attempt uses one up.
  private static final int VERSIONS = 20;

  private CellClasses() {}

  /// Whether this is the class around a declaration of a cell.
  static boolean isCell(String name) {
    return CELL.matcher(name).matches();
  }

  /// Whether it is such a class or stands in one.
  static boolean isOfCell(String name) {
    return CELL.matcher(name).lookingAt();
  }

  /// Says so when the class of an object has been declared again since.
  static Optional<String> redefinition(Class<?> answer) {
    Class<?> cell = answer.getNestHost();
    ClassLoader loader = answer.getClassLoader();
    if (loader == null || !isCell(cell.getName())) {
      return Optional.empty();
    }
    String inner = answer.getName().substring(cell.getName().length());
    Matcher declarations = DECLARATION.matcher(cell.getSimpleName());
    while (declarations.find()) {
      int version = version(declarations.group(2));
      for (int next = version + 1; next <= version + VERSIONS; next++) {
        String name = "REPL.$JShell$" + declarations.group(1) + letters(next) + inner;
        if (ClassFiles.of(loader, name) != null) {
          return Optional.of(
              ("%s was declared again after this object was made: make a new one,"
                      + " check(new %s()).")
                  .formatted(answer.getSimpleName(), answer.getSimpleName()));
        }
      }
    }
    return Optional.empty();
  }

  /// No letter is version 0, `B` is 1, `C` is 2; the letters count in base 26.
  private static int version(String letters) {
    return letters.chars().reduce(0, (n, letter) -> n * 26 + (letter - 'A'));
  }

  private static String letters(int version) {
    String letters = "";
    for (int n = version; n > 0; n /= 26) {
      letters = (char) ('A' + n % 26) + letters;
    }
    return letters;
  }
}
