package longrange.kernel.shell;

import java.util.List;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;

/// What could stand at the cursor, and whether a cell is whole.
public final class Completion {
  private static final String INDENT = "    ";

  private Completion() {}

  public static ReplacementOptions of(Shell shell, String code, int at) {
    int[] anchor = {at};
    List<Suggestion> found = shell.analysis().completionSuggestions(code, at, anchor);
    return new ReplacementOptions(
        found.stream().map(Suggestion::continuation).distinct().toList(), anchor[0], at);
  }

  /// Whether a cell is whole: JJava's words for it, or the indent of its next line.
  public static String state(SourceCodeAnalysis analysis, String code) {
    CompletionInfo info = analysis.analyzeCompletion(code);
    while (info.completeness().isComplete() && !info.remaining().isBlank()) {
      info = analysis.analyzeCompletion(info.remaining());
    }
    return switch (info.completeness()) {
      case COMPLETE, COMPLETE_WITH_SEMI, EMPTY -> BaseKernel.IS_COMPLETE_YES;
      case UNKNOWN -> BaseKernel.IS_COMPLETE_BAD;
      case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> indent(code);
    };
  }

  private static String indent(String code) {
    String last = code.substring(code.lastIndexOf('\n') + 1);
    String own = last.substring(0, last.length() - last.stripLeading().length());
    String end = last.stripTrailing();
    return end.endsWith("{") || end.endsWith("(") ? own + INDENT : own;
  }
}
