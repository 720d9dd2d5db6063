package longrange.grading;

/// Says where a frame of the student's code stands, in the student's own terms.
@FunctionalInterface
public interface Places {
  /// Where a frame stands.
  ///
  /// @return `line 12`, or `cell 4, line 3`; empty where it is not known
  String of(StackTraceElement frame);

  /// The line of the file, as compiled. A cell's class counts its lines in a way that only its
  /// kernel understands, so there it says nothing.
  static Places lines() {
    return frame ->
        frame.getLineNumber() > 0 && !CellClasses.isOfCell(frame.getClassName())
            ? "line " + frame.getLineNumber()
            : "";
  }
}
