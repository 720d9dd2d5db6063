package longrange.notebook;

import java.util.List;

/// What a cell, a slider's frame or a live display can show: one figure, or several in a row.
public sealed interface Picture permits Figure, Row {
  /// The figures, from left to right.
  List<Figure> panels();
}
