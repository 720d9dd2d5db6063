package longrange.course.authoring;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// A notebook from standard input, in its normal form on standard output: what JupyterLab asks for
/// when an author saves.
public final class Normalise {
  private Normalise() {}

  /// Ends with 1, and one sentence on standard error, when it is no notebook.
  public static void main(String[] arguments) throws IOException {
    String notebook = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    try {
      new PrintStream(System.out, true, StandardCharsets.UTF_8).print(NormalForm.of(notebook));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }
}
