package longrange.kernel.shell;

import java.util.List;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.jspecify.annotations.Nullable;

/// What a name in a cell is: its signature and its doc.
public final class Inspection {
  private Inspection() {}

  public static @Nullable DisplayData of(Shell shell, String code, int at) {
    List<Documentation> found = shell.analysis().documentation(code, at, true);
    if (found.isEmpty()) {
      return null;
    }
    DisplayData data = new DisplayData();
    data.putText(found.getFirst().signature());
    return data;
  }
}
