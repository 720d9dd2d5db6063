package longrange.kernel.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;

/// Declarations that refer to names which do not exist (yet).
///
/// @param origins where a snippet stands
record Unresolved(JShell jshell, Function<Snippet, Origin> origins) {
  /// A name that is nowhere when the cell is over: an error where nothing can be made of the
  /// declaration, a word where only its call will fail. Types of one cell may refer to each other.
  void check(List<Snippet> declared, Consumer<String> notes) {
    for (Snippet snippet : declared) {
      if (snippet instanceof DeclarationSnippet open) {
        Status status = jshell.status(open);
        if (status == Status.RECOVERABLE_NOT_DEFINED) {
          throw failure(open);
        }
        if (status == Status.RECOVERABLE_DEFINED) {
          notes.accept(sentence(open));
        }
      }
    }
  }

  CellFailure failure(DeclarationSnippet snippet) {
    List<String> missing = missing(snippet);
    Origin origin = origins.apply(snippet);
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

  private List<String> missing(DeclarationSnippet snippet) {
    return jshell.unresolvedDependencies(snippet).toList();
  }

  private String sentence(DeclarationSnippet snippet) {
    return "["
        + snippet.name()
        + " is declared, but it can only be called once there is a "
        + named(missing(snippet))
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
