package longrange.kernel.shell;

import java.util.Comparator;
import java.util.List;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;

/// What could stand at the cursor, and whether a cell is whole.
///
/// JShell completes one snippet, and knows only what has run. A cell in the making has lines above
/// the cursor: they are put round it as the class and method they could be.
public final class Completion {
  private static final String INDENT = "    ";

  private final SourceCodeAnalysis analysis;
  private final int cursor;
  private final StringBuilder members = new StringBuilder();
  private final StringBuilder statements = new StringBuilder();
  private final String fragment;

  private Completion(SourceCodeAnalysis analysis, Pieces.Split split, int cursor) {
    this.analysis = analysis;
    this.cursor = cursor;
    split.before().forEach(this::above);
    this.fragment = split.last();
  }

  private void above(String piece) {
    String text = piece.strip();
    if (Imports.isOne(text)) {
      return;
    }
    boolean declares =
        text.endsWith("}")
            && analysis.sourceToSnippets(text).stream()
                .anyMatch(snippet ->
                    snippet.kind() == Snippet.Kind.METHOD
                        || snippet.kind() == Snippet.Kind.TYPE_DECL);
    (declares ? members : statements).append(text).append('\n');
  }

  /// What could replace the word before the cursor, the fitting types first.
  public static ReplacementOptions of(Shell shell, String code, int cursor) {
    Pieces.Split split = Pieces.Split.of(code.substring(0, cursor), shell.analysis());
    Completion completion = new Completion(shell.analysis(), split, cursor);
    return shell.importing(split.before(), completion::found);
  }

  private ReplacementOptions found() {
    String type = "class $Cell { " + members;
    String body = type + " void $run() throws Throwable { " + statements;
    boolean alone = members.isEmpty() && statements.isEmpty();
    for (String context : alone ? List.of("", body, type) : List.of(body, type, "")) {
      ReplacementOptions found = within(context);
      if (!found.getReplacements().isEmpty()) {
        return found;
      }
    }
    return new ReplacementOptions(List.of(), cursor, cursor);
  }

  private ReplacementOptions within(String context) {
    String source = context + fragment;
    int[] anchor = {source.length()};
    List<Suggestion> found = analysis.completionSuggestions(source, source.length(), anchor);
    boolean fits = found.stream().anyMatch(Suggestion::matchesType);
    List<String> names =
        found.stream()
            .filter(suggestion -> !fits || suggestion.matchesType())
            .map(suggestion -> name(suggestion.continuation()))
            .filter(name -> !name.startsWith("$"))
            .distinct()
            .sorted(Comparator.naturalOrder())
            .toList();
    return new ReplacementOptions(names, cursor - (source.length() - anchor[0]), cursor);
  }

  /// Without the parenthesis of a call: it may stand behind the cursor already.
  private static String name(String continuation) {
    int call = continuation.indexOf('(');
    return call < 0 ? continuation : continuation.substring(0, call);
  }

  /// Whether a cell is whole: JJava's words for it, or the indent of its next line.
  public static String state(SourceCodeAnalysis analysis, String code) {
    return switch (Pieces.Split.of(code, analysis).completeness()) {
      case COMPLETE, COMPLETE_WITH_SEMI, EMPTY -> BaseKernel.IS_COMPLETE_YES;
      case UNKNOWN -> BaseKernel.IS_COMPLETE_BAD;
      case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> indent(code);
    };
  }

  private static String indent(String code) {
    String last = code.substring(code.lastIndexOf('\n') + 1);
    String own = last.substring(0, last.length() - last.stripLeading().length());
    String end = last.stripTrailing();
    return (end.endsWith("{") || end.endsWith("(")) ? own + INDENT : own;
  }
}
