package longrange.kernel.run;

/// Ends cell code by order: thrown by [StopCheck] in whatever the cell's code is doing. It is an
/// [Error], so that a `catch (Exception e)` does not hold it up, and it has no stack trace.
public final class CellStopped extends Error {
  private static final long serialVersionUID = 1;

  CellStopped() {
    super("The code was stopped.", null, false, false);
  }
}
