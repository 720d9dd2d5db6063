package longrange.kernel.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jdk.jshell.Diag;

/// What the compiler says of a snippet, at the cell's line and with the offending span marked.
final class CompileErrors {
  private CompileErrors() {}

  static CellFailure failure(List<Diag> diagnostics, Origin origin) {
    List<Diag> errors = diagnostics.stream().filter(Diag::isError).toList();
    if (errors.isEmpty()) {
      return new CellFailure("CompileError", "the snippet was rejected", List.of(), null);
    }
    // Behind a syntax error the compiler guesses: its first word is the useful one.
    List<Diag> shown = isSyntax(errors.getFirst()) ? errors.subList(0, 1) : errors;
    List<String> lines = new ArrayList<>();
    shown.forEach(error -> lines.addAll(describe("error", error, origin)));
    Diag first = errors.getFirst();
    String message =
        origin.place(origin.line(first.getStartPosition())) + ": " + message(first).getFirst();
    return new CellFailure("CompileError", message, lines, null);
  }

  private static boolean isSyntax(Diag error) {
    String code = String.valueOf(error.getCode());
    return code.contains("expected")
        || code.contains("illegal")
        || code.contains("unclosed")
        || code.contains("premature");
  }

  /// One message: where, what, and the line with its span marked.
  static List<String> describe(String kind, Diag diagnostic, Origin origin) {
    List<String> message = message(diagnostic);
    int line = origin.line(diagnostic.getStartPosition());
    List<String> lines = new ArrayList<>();
    String head = origin.place(line) + ": " + kind + ": ";
    lines.add(Colour.RED.paint(head + message.getFirst()));
    lines.addAll(marked(diagnostic, origin, line));
    message.stream().skip(1).forEach(more -> lines.add("    " + more.strip()));
    return lines;
  }

  private static List<String> marked(Diag diagnostic, Origin origin, int line) {
    String text = origin.text(line);
    int from = Math.min(origin.column(diagnostic.getStartPosition()), text.length());
    int length = (int) (diagnostic.getEndPosition() - diagnostic.getStartPosition());
    int to = Math.clamp(from + (long) Math.max(1, length), from, Math.max(text.length(), from));
    String number = String.format(Locale.ROOT, "%4d | ", line);
    String marks =
        text.substring(0, from).replaceAll("[^\t]", " ") + "^".repeat(Math.max(1, to - from));
    return List.of(
        number
            + text.substring(0, from)
            + Colour.RED.paint(text.substring(from, to))
            + text.substring(to),
        " ".repeat(number.length()) + Colour.RED.paint(marks));
  }

  /// Without the location that JShell invents, a class that no student wrote.
  private static List<String> message(Diag diagnostic) {
    return String.valueOf(diagnostic.getMessage(Locale.ENGLISH))
        .lines()
        .filter(line -> !line.strip().matches("location: class( REPL\\S*)?"))
        .toList();
  }
}
