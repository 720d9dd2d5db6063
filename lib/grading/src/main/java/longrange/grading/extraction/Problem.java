package longrange.grading.extraction;

import java.util.regex.Pattern;
import longrange.grading.extraction.Program.Line;
import longrange.grading.extraction.SourceCompiler.Complaint;
import org.jspecify.annotations.Nullable;

/// One error of the compiler.
///
/// @param line the student's line it is about, null where there is none
/// @param missing the name that could not be found, if that is what is wrong
/// @param text the error for the student
record Problem(@Nullable Line line, @Nullable String missing, String text) {
  /// A longer line is not repeated: nobody finds anything in it.
  private static final int LONGEST_LINE = 400;

  private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");

  /// Whether it is about this piece.
  boolean isAbout(Piece piece) {
    return line != null && line.piece().equals(piece);
  }

  /// Whether it is about something in this cell.
  boolean isIn(Cell cell) {
    return line != null && line.piece().cell().equals(cell);
  }

  static Problem of(Complaint error, Program program) {
    Line line = program.line(error.line());
    return new Problem(line, missing(error, program), text(error, line, program));
  }

  private static @Nullable String missing(Complaint error, Program program) {
    long start = error.start();
    long end = error.end();
    if (!error.code().startsWith("compiler.err.cant.resolve") || start < 0 || end <= start) {
      return null;
    }
    String name = program.text().substring((int) start, (int) end);
    return NAME.matcher(name).matches() ? name : null;
  }

  /// As in `cell 4, line 3: ';' expected`, with the line and a mark under the place.
  private static String text(Complaint error, @Nullable Line line, Program program) {
    String message = message(error.message(), program.className());
    if (line == null) {
      return message;
    }
    String text = line.place() + ": " + message;
    boolean shown = !line.text().isBlank() && line.text().length() <= LONGEST_LINE;
    if (!shown || !program.isStudents(error.line())) {
      return text;
    }
    int column = line.column((int) error.column() - 1);
    String indent = line.text().substring(0, Math.clamp(column, 0, line.text().length()));
    return text + "\n  " + line.text() + "\n  " + indent.replaceAll("[^\\t]", " ") + "^";
  }

  /// Without the lines that speak of the class around the answer, which the student never sees.
  private static String message(String message, String around) {
    return message
        .lines()
        .map(String::strip)
        .filter(line -> !line.startsWith("location: class " + around))
        .map(line -> line.replace(around + ".", ""))
        .reduce((a, b) -> a + ", " + b.replaceAll("\\s+", " "))
        .orElse("it does not compile");
  }
}
