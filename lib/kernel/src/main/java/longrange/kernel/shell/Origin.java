package longrange.kernel.shell;

/// Where a snippet stands: which cell, and from which character on.
///
/// @param count the cell's number; 0 for what the kernel itself runs
/// @param shown the cell as its reader knows it
/// @param cell the cell's whole source, with Java for its magics
/// @param offset of the snippet's first character
record Origin(int count, String shown, String cell, int offset) {

  /// The line of the cell, from 1, that holds a character of the snippet.
  int line(long character) {
    int end = Math.clamp(offset + character, 0, cell.length());
    return 1 + (int) cell.chars().limit(end).filter(c -> c == '\n').count();
  }

  /// The column of that character, from 0.
  int column(long character) {
    int at = Math.clamp(offset + character, 0, cell.length());
    return at - (cell.lastIndexOf('\n', at - 1) + 1);
  }

  /// The text of a line, from 1.
  String text(int line) {
    return shown.lines().skip(line - 1L).findFirst().orElse("");
  }

  /// As in `cell [3], line 2`.
  String place(int line) {
    return (count == 0 ? "start-up code" : "cell [" + count + "]") + ", line " + line;
  }
}
