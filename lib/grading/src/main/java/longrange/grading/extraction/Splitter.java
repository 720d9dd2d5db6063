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
  /// The analysis reads all that is left of a cell for each piece of it. More than so many
  /// characters in all has no cell that a person wrote: it would keep the whole class waiting.
  private static final long MOST_READ = 20_000_000;

  private final Map<Cell, List<Piece>> known = new ConcurrentHashMap<>();

  /// The pieces of a cell, in order. Cut once, then remembered.
  List<Piece> pieces(Cell cell) {
    return known.computeIfAbsent(cell, Splitter::cut);
  }

  private static List<Piece> cut(Cell cell) {
    try {
      return PieceReader.read(cell, texts(cell));
    } catch (StackOverflowError | InternalError e) {
      // JShell makes an internal error of the overflow of its parser.
      return List.of(PieceReader.broken(cell));
    }
  }

  private static List<PieceReader.Text> texts(Cell cell) {
    List<PieceReader.Text> texts = new ArrayList<>();
    String source = Magics.blanked(cell.source());
    String rest = source;
    long read = 0;
    while (!rest.isBlank()) {
      read += rest.length();
      if (read > MOST_READ) {
        texts.add(new PieceReader.Text(rest, line(source, rest), true));
        break;
      }
      CompletionInfo info = Analysis.of(rest);
      Completeness found = info.completeness();
      if (found == Completeness.EMPTY) {
        break;
      }
      int line = line(source, rest);
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

  /// The line in which a rest of a source begins.
  private static int line(String source, String rest) {
    int before = source.length() - rest.length();
    return 1 + (int) source.chars().limit(before).filter(c -> c == '\n').count();
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
