package longrange.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Future;
import longrange.kernel.install.Installer;
import longrange.kernel.run.CellRunner;
import longrange.kernel.shell.Shell;
import longrange.kernel.wire.Log;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;

/// Starts the kernel: `java … longrange.kernel.Main CONNECTION_FILE`, as Jupyter does. Or
/// `--rehearse` for the training run of the start-up cache, `--version`, or a verb of [Installer].
public final class Main {
  /// How long the JVM's own end may take before it is cut short.
  private static final long EXIT_MS = 150;

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
      default -> serve(arguments[0]);
    }
  }

  private static void serve(String connection) throws IOException {
    CellRunner runner = new CellRunner();
    Future<Shell> shell = Shell.start(runner);
    exitWithParent();
    new Requests(connection(connection), runner, shell, Main::exit).serve();
  }

  private static KernelConnectionProperties connection(String file) throws IOException {
    try {
      return KernelConnectionProperties.parse(Files.readString(Path.of(file)));
    } catch (NoSuchFileException e) {
      Log.line("there is no connection file " + file + ": Jupyter writes it and passes its name");
      System.exit(2);
      throw e;
    }
  }

  /// Ends the process also where a cell's shutdown hook never returns.
  private static void exit() {
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try {
            Thread.sleep(EXIT_MS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          Runtime.getRuntime().halt(0);
        });
    System.exit(0);
  }

  /// Jupyter names its own process here; a kernel left behind by a killed server would stay for
  /// ever.
  private static void exitWithParent() {
    String parent = System.getenv("JPY_PARENT_PID");
    if (parent != null && parent.matches("\\d+") && !parent.equals("1")) {
      var _ =
          ProcessHandle.of(Long.parseLong(parent))
              .map(process -> process.onExit().thenRun(Main::exit));
    }
  }
}
