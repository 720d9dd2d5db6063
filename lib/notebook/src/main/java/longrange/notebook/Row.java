package longrange.notebook;

import java.util.List;

/// Figures side by side; on a narrow page they stand one below the other.
///
/// @param panels at least one
public record Row(List<Figure> panels) implements Picture {
  public Row {
    if (panels.isEmpty()) throw new IllegalArgumentException("a row needs at least one figure");
    panels = List.copyOf(panels);
  }
}
