package longrange.kernel.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A cell that ended with an error, as its reader sees it.
public final class CellFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String name;
  private final transient List<String> lines;

  /// @param name of the error, as `ArithmeticException`
  /// @param lines what is shown below it, with terminal colours
  public CellFailure(String name, String message, List<String> lines, @Nullable Throwable cause) {
    super(message, cause);
    this.name = name;
    this.lines = List.copyOf(lines);
  }

  public String name() {
    return name;
  }

  public String message() {
    return String.valueOf(getMessage());
  }

  public List<String> lines() {
    return lines;
  }
}
