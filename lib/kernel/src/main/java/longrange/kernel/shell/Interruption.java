package longrange.kernel.shell;

import java.util.ArrayList;
import java.util.List;
import longrange.kernel.run.CellInterrupted;

/// What is shown when a cell was interrupted.
final class Interruption {
  private Interruption() {}

  static CellFailure failure(CellInterrupted interrupted) {
    List<String> lines = new ArrayList<>();
    lines.add(Colour.RED.paint("Interrupted."));
    if (!interrupted.left().isEmpty()) {
      lines.addAll(interrupted.left());
      lines.add(
          "It could not be stopped within a second and was abandoned: the kernel goes on without"
              + " it. To be rid of it, restart the kernel.");
    }
    return new CellFailure(
        "KeyboardInterrupt",
        "the cell was interrupted"
            + (interrupted.left().isEmpty() ? "" : ", and a thread was abandoned"),
        lines,
        interrupted);
  }
}
