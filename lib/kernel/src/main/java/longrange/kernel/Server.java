package longrange.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import longrange.kernel.run.CellRunner;
import longrange.kernel.shell.Shell;
import longrange.kernel.wire.Log;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.zeromq.ZMQException;

/// A kernel from its connection file to its end.
final class Server {
  /// How long the JVM's own end may take before it is cut short.
  private static final long EXIT_NANOS = 150_000_000;

  private Server() {}

  static void serve(String connection) throws IOException {
    CellRunner runner = new CellRunner();
    Future<Shell> shell = Shell.start(runner);
    exitWithParent();
    requests(connection(connection), runner, shell).serve();
  }

  private static Requests requests(
      KernelConnectionProperties at, CellRunner runner, Future<Shell> shell) {
    try {
      return new Requests(at, runner, shell, Server::exit);
    } catch (ZMQException e) {
      // The sockets' own threads would keep the process alive.
      Log.line("the kernel's ports cannot be had: " + e.getMessage());
      System.exit(3);
      throw e;
    }
  }

  private static KernelConnectionProperties connection(String file) throws IOException {
    try {
      warnOfReaders(Path.of(file));
      return KernelConnectionProperties.parse(Files.readString(Path.of(file)));
    } catch (NoSuchFileException e) {
      Log.line("there is no connection file " + file + ": Jupyter writes it and passes its name");
      System.exit(2);
      throw e;
    }
  }

  /// Whoever can read the file has the key, and can run code as this user.
  private static void warnOfReaders(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view != null
        && !Collections.disjoint(
            view.readAttributes().permissions(),
            Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ))) {
      Log.line(
          "others can read the key of this kernel in "
              + file
              + ": chmod 600, or a folder of yours");
    }
  }

  /// Ends the process also where a cell's shutdown hook never returns.
  private static void exit() {
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          LockSupport.parkNanos(EXIT_NANOS);
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
              .map(process -> process.onExit().thenRun(Server::exit));
    }
  }
}
