package longrange.grading.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/// Cuts cells into pieces with JShell's own analysis, so that a cell means here what it means in a
/// kernel. Nothing is executed.
final class Splitter {
  private final Map<Cell, List<Piece>> known = new ConcurrentHashMap<>();

  /// The pieces of a cell, in order. Cut once, then remembered.
  List<Piece> pieces(Cell cell) {
    return known.computeIfAbsent(cell, Splitter::cut);
  }

  private static List<Piece> cut(Cell cell) {
    try {
      return PieceReader.read(cell, texts(cell));
    } catch (StackOverflowError e) {
      return List.of(PieceReader.broken(cell));
    }
  }

  private static List<PieceReader.Text> texts(Cell cell) {
    List<PieceReader.Text> texts = new ArrayList<>();
    String source = Magics.blanked(cell.source());
    String rest = source;
    while (!rest.isBlank()) {
      CompletionInfo info = Analysis.of(rest);
      Completeness found = info.completeness();
      if (found == Completeness.EMPTY) {
        break;
      }
      int line =
          1
              + (int)
                  source
                      .chars()
                      .limit(source.length() - rest.length())
                      .filter(c -> c == '\n')
                      .count();
      if (!found.isComplete() || found == Completeness.UNKNOWN) {
        texts.add(new PieceReader.Text(rest, line, true));
        break;
      }
      int end = rest.length() - info.remaining().length();
      texts.add(new PieceReader.Text(rest.substring(0, end), line, false));
      rest = rest.substring(end);
    }
    return texts;
  }

  /// One JShell for the process, made on first use. It only ever looks at text, so it keeps nothing
  /// from one cell to the next, and making one takes longer than cutting a notebook.
  private static final class Analysis {
    private static final SourceCodeAnalysis ANALYSIS = make();

    private static SourceCodeAnalysis make() {
      Thread thread = Thread.currentThread();
      ClassLoader before = thread.getContextClassLoader();
      try {
        // In this process: the default starts another JVM, for code that is never run.
        return JShell.builder().executionEngine("local").build().sourceCodeAnalysis();
      } finally {
        // The local engine puts its own loader there.
        thread.setContextClassLoader(before);
      }
    }

    static synchronized CompletionInfo of(String text) {
      return ANALYSIS.analyzeCompletion(text);
    }
  }
}
