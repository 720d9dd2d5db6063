package longrange.kernel;

import java.util.List;
import longrange.kernel.install.Installer;
import longrange.kernel.wire.Log;

/// Starts the kernel: `java … longrange.kernel.Main CONNECTION_FILE`, as Jupyter does. Or
/// `--rehearse` for the training run of the start-up cache, `--version`, or a verb of [Installer].
///
/// It must not name a class of another library: the jar that installs itself starts without them.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 0 && Installer.VERBS.contains(arguments[0])) {
      System.exit(Installer.run(List.of(arguments)));
    }
    if (arguments.length != 1) {
      Log.line(
          "expected one argument: a connection file, or --rehearse, --version, or a verb of "
              + Installer.VERBS);
      System.exit(2);
    }
    switch (arguments[0]) {
      case "--rehearse" -> System.exit(Rehearsal.run());
      case "--version" -> Log.line(JavaKernel.VERSION + " on Java " + Runtime.version());
      default -> Server.serve(arguments[0]);
    }
  }
}
