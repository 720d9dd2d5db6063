package longrange.kernel.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/// Cuts a cell into the snippets that JShell takes one at a time.
final class Pieces {
  private static final Pattern SEALED =
      Pattern.compile("\\bsealed\\s+(?:abstract\\s+)?(?:interface|class)\\s+(\\w+)[^{;]*");

  private static final Pattern SUBTYPE =
      Pattern.compile(
          "\\b(?:class|interface|record|enum)\\s+(\\w+)[^{;]*?\\b(?:extends|implements)\\b([^{;]*)");

  /// JShell counts an expression's lines from its first character that is no comment. Doc comments
  /// stay: they belong to the declaration that follows.
  private static final Pattern LEADING =
      Pattern.compile("^(?:\\s+|//(?!/)[^\\n]*\\n|/\\*(?!\\*)(?s:.*?)\\*/)+");

  private Pieces() {}

  /// @param offset of the first character in the cell
  record Piece(String source, int offset) {}

  /// Code before its last snippet, and that one.
  ///
  /// @param completeness of the last
  record Split(List<String> before, String last, Completeness completeness) {
    static Split of(String code, SourceCodeAnalysis analysis) {
      List<String> before = new ArrayList<>();
      String rest = code;
      CompletionInfo info = analysis.analyzeCompletion(rest);
      while (info.completeness().isComplete() && !info.remaining().isBlank()) {
        before.add(info.source());
        rest = info.remaining();
        info = analysis.analyzeCompletion(rest);
      }
      return new Split(before, rest, info.completeness());
    }
  }

  /// The snippets in their order. Where one does not parse it is the only one: nothing of a cell
  /// runs before all of it can be read.
  static List<Piece> of(String cell, SourceCodeAnalysis analysis) {
    List<Piece> pieces = new ArrayList<>();
    String rest = cell;
    while (true) {
      rest =
          rest.substring(
              LEADING.matcher(rest).results().mapToInt(MatchResult::end).findFirst().orElse(0));
      int offset = cell.length() - rest.length();
      CompletionInfo info = analysis.analyzeCompletion(rest);
      if (info.completeness() == Completeness.EMPTY) {
        return pieces;
      }
      if (!info.completeness().isComplete() || isErroneous(info, analysis)) {
        return List.of(new Piece(rest, offset));
      }
      pieces.add(new Piece(withPermits(info.source(), cell), offset));
      rest = info.remaining();
    }
  }

  private static boolean isErroneous(CompletionInfo info, SourceCodeAnalysis analysis) {
    return info.completeness() == Completeness.UNKNOWN
        && analysis.sourceToSnippets(info.source()).stream()
            .anyMatch(snippet -> snippet.kind() == Snippet.Kind.ERRONEOUS);
  }

  /// In a file a sealed type without `permits` permits its subtypes of that file. A cell is the
  /// notebook's file, but JShell sees one type at a time: so its list is written out.
  static String withPermits(String source, String cell) {
    Matcher sealed = SEALED.matcher(source);
    if (!sealed.find() || sealed.group().contains(" permits ")) {
      return source;
    }
    Pattern name = Pattern.compile("\\b" + sealed.group(1) + "\\b");
    List<String> subtypes =
        SUBTYPE
            .matcher(cell)
            .results()
            .filter(type -> !source.contains(type.group()))
            .filter(type -> name.matcher(type.group(2)).find())
            .map(type -> type.group(1))
            .toList();
    if (subtypes.isEmpty()) {
      return source;
    }
    return source.substring(0, sealed.end()).stripTrailing()
        + " permits "
        + String.join(", ", subtypes)
        + " "
        + source.substring(sealed.end());
  }
}
