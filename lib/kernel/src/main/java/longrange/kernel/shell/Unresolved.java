package longrange.kernel.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;

/// Declarations that refer to names which do not exist (yet).
final class Unresolved {
  private Unresolved() {}

  static CellFailure failure(DeclarationSnippet snippet, List<String> missing, Origin origin) {
    List<String> lines = new ArrayList<>();
    lines.add(
        Colour.RED.paint(snippet.name() + " cannot be used: there is no " + named(missing) + "."));
    for (String name : missing) {
      Matcher use =
          Pattern.compile("\\b" + Pattern.quote(simple(name)) + "\\b").matcher(snippet.source());
      if (use.find()) {
        int line = origin.line(use.start());
        lines.add("  at " + origin.place(line));
        lines.add(Colour.BOLD.paint("---> " + line + " | ") + origin.text(line));
      }
    }
    lines.add("It can be used as soon as what is missing is declared.");
    return new CellFailure("CompileError", "there is no " + named(missing), lines, null);
  }

  static String sentence(DeclarationSnippet snippet, List<String> missing) {
    return "["
        + snippet.name()
        + " is declared, but it can only be called once there is a "
        + named(missing)
        + ".]";
  }

  private static String named(List<String> missing) {
    return missing.isEmpty()
        ? "definition of what it uses"
        : missing.stream().distinct().collect(Collectors.joining(", "));
  }

  /// `method h(int)` and `class Zork` by their names.
  private static String simple(String missing) {
    return missing.replaceFirst("^\\w+ ", "").replaceFirst("\\(.*", "");
  }
}
