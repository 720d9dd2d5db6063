package longrange.cells;

/// A cell whose state goes on along a line of its own, past the gates that read it.
public interface Gated extends Cell {
  /// Which paths a gradient takes.
  Paths paths();

  /// The same cell with the same weights, whose gradient takes these paths.
  Gated along(Paths paths);
}
