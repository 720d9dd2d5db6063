package longrange.kernel.run;

import java.util.List;

/// The cell was interrupted: all its code has ended, but for what [#left] names.
public final class CellInterrupted extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<String> left;

  CellInterrupted(List<String> left) {
    super("The cell was interrupted.", null, false, false);
    this.left = left;
  }

  /// One sentence for each thread that could not be stopped.
  public List<String> left() {
    return left;
  }
}
