package longrange.grading.extraction;

import java.util.ArrayList;
import java.util.List;
import longrange.grading.Places;
import org.jspecify.annotations.Nullable;

/// The one compilation unit that an answer becomes: imports, then a class with all its types and
/// methods as static members. It knows where each of its lines comes from.
///
/// @param className the class around them
/// @param text the unit
/// @param lines where line 1, 2, … come from; null for a line that nobody wrote
record Program(String className, String text, List<@Nullable Line> lines) {
  private static final String STATIC = "static ";

  /// A line of a piece.
  ///
  /// @param piece it belongs to
  /// @param number its number in the cell
  /// @param text as the student wrote it
  /// @param inserted the column at which `static` was inserted, or -1
  record Line(Piece piece, int number, String text, int inserted) {
    String place() {
      return piece.cell().place(number);
    }

    /// The column in the student's text, from 0, of a column of the program.
    int column(int column) {
      return inserted >= 0 && column > inserted
          ? Math.max(inserted, column - STATIC.length())
          : column;
    }
  }

  /// Puts an answer's pieces together.
  static Program of(
      String className, String defaultImports, List<Piece> imports, List<Piece> members) {
    Builder program = new Builder();
    program.own(defaultImports.strip());
    imports.forEach(program::add);
    program.own("final class " + className + " {");
    members.forEach(program::add);
    program.own("}");
    return new Program(className, program.text.toString(), program.lines);
  }

  /// The line of the student that a line of the program comes from, or the last one before it: the
  /// end of the file is where the compiler misses a brace.
  @Nullable Line line(long number) {
    for (int i = (int) Math.min(number, lines.size()) - 1; i >= 0; i--) {
      Line line = lines.get(i);
      if (line != null && (i == number - 1 || !line.text().isBlank())) {
        return line;
      }
    }
    return null;
  }

  /// Whether the student wrote this line.
  boolean isStudents(long number) {
    return number >= 1 && number <= lines.size() && lines.get((int) number - 1) != null;
  }

  /// Names the lines of stack frames.
  Places places() {
    return frame -> {
      Line line = frame.getLineNumber() > 0 ? line(frame.getLineNumber()) : null;
      return line == null ? "" : line.place();
    };
  }

  private static final class Builder {
    private final StringBuilder text = new StringBuilder();
    private final List<@Nullable Line> lines = new ArrayList<>();

    private void own(String source) {
      source.lines().forEach(line -> append(line, null));
    }

    private void add(Piece piece) {
      int start = 0;
      int number = piece.line();
      for (String line : piece.text().split("\n", -1)) {
        int at = piece.declaredAt() - start;
        boolean here = piece.makeStatic() && at >= 0 && at <= line.length();
        String written = here ? line.substring(0, at) + STATIC + line.substring(at) : line;
        append(written, new Line(piece, number, line, here ? at : -1));
        start += line.length() + 1;
        number++;
      }
    }

    private void append(String line, @Nullable Line origin) {
      text.append(line).append('\n');
      lines.add(origin);
    }
  }
}
