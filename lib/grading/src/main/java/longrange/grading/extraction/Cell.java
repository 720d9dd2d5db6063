package longrange.grading.extraction;

/// A cell of a notebook, or a whole `.java` file, which is one cell without a number.
///
/// @param number counts the code cells from 1: the number beside the cell after Run All. 0 for a
///   file, and for a cell that is not code
/// @param code whether it is code
/// @param exercise the exercise it belongs to by its metadata, or empty
/// @param role what the metadata say it is for: `answer`, `check`, or empty
/// @param source its text, lines ending in `\n`
record Cell(int number, boolean code, String exercise, String role, String source) {

  /// Whether the metadata call it the answer to this exercise.
  boolean answers(String id) {
    return role.equals("answer") && exercise.equals(id);
  }

  /// As in `cell 4, line 3`, or `line 3` of a file.
  String place(int line) {
    return number == 0 ? "line " + line : "cell " + number + ", line " + line;
  }
}
