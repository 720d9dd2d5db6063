package longrange.kernel;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import longrange.kernel.run.Cell;
import longrange.kernel.run.CellRunner;
import longrange.kernel.shell.Completion;
import longrange.kernel.shell.Inspection;
import longrange.kernel.shell.Shell;
import longrange.kernel.show.Values;
import longrange.kernel.wire.Log;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.magic.MagicParser;
import org.dflib.jjava.jupyter.kernel.magic.MagicTranspiler;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.jspecify.annotations.Nullable;

/// The kernel as JJava's extensions see it: they get this object, and the same classes as there.
public final class JavaKernel extends BaseKernel implements CellControl {
  private static final String NAME = "longrange-kernel";
  private static final String VERSION = "1.0";

  /// What JShell's own tool imports at its start, and JJava's static notebook functions.
  private static final List<String> IMPORTS =
      List.of(
          "java.io.*",
          "java.math.*",
          "java.net.*",
          "java.nio.file.*",
          "java.util.*",
          "java.util.concurrent.*",
          "java.util.function.*",
          "java.util.prefs.*",
          "java.util.regex.*",
          "java.util.stream.*",
          "static org.dflib.jjava.jupyter.kernel.BaseNotebookStatics.*",
          "static longrange.kernel.NotebookFunctions.*");

  private static final Pattern MAGIC = Pattern.compile("(?m)^\\s*%|=\\s*%\\w");

  private final CellRunner runner;
  private final History history = new History();
  private final Inspection inspection = new Inspection();
  private @Nullable Shell shell;

  JavaKernel(CellRunner runner) {
    super(
        NAME,
        VERSION,
        new LanguageInfo.Builder("java")
            .version(Runtime.version().toString())
            .mimetype("text/x-java")
            .fileExtension(".java")
            .pygments("java")
            .codemirror("java")
            .exporter("script")
            .build(),
        List.of(),
        null,
        CellEnvironment.io(),
        new CommManager(),
        new Values(),
        new MagicParser("(?<=(?:^|=))\\s*%", "%%", new MagicTranspiler()),
        new MagicsRegistry(),
        true,
        new StringStyler.Builder().build());
    this.runner = runner;
  }

  /// Makes the shell ready for the first cell, then installs the extensions. Takes a second on a
  /// cold machine: the sockets are served meanwhile.
  @Override
  public void onStartup() {
    shell = new Shell(runner);
    for (String name : IMPORTS) {
      evalRaw("import " + name + ";");
    }
    // The first expression loads half the compiler: better now than in the reader's first cell.
    evalRaw("1 + 1");
    super.onStartup();
  }

  @Override
  protected void installExtensions(ClassLoader loader) {
    Iterator<Extension> found = ServiceLoader.load(Extension.class, loader).iterator();
    while (true) {
      try {
        if (!found.hasNext()) {
          return;
        }
        installExtension(found.next());
      } catch (ServiceConfigurationError e) {
        Log.line("an extension cannot be loaded: " + e.getMessage());
      }
    }
  }

  /// Whatever an extension throws, the kernel starts: its features are missing, and it is said why.
  @Override
  protected void installExtension(Extension extension) {
    try {
      super.installExtension(extension);
    } catch (Throwable t) {
      Log.line("the extension " + extension.getClass().getName() + " failed: " + t);
    }
  }

  History history() {
    return history;
  }

  Shell shell() {
    if (shell == null) {
      throw new IllegalStateException("the kernel has not started yet");
    }
    return shell;
  }

  /// Runs a cell; what it says beside its value goes to the cell's output.
  @Nullable Object eval(Cell cell, String source) {
    return shell().eval(cell.count(), withoutMagics(source), cell.output()::note);
  }

  private String withoutMagics(String source) {
    return MAGIC.matcher(source).find() ? getMagicParser().resolveMagics(source) : source;
  }

  /// Runs code that belongs to no cell, or to the one that calls.
  ///
  /// @return the last line's value; null if it has none
  @Override
  public @Nullable Object evalRaw(String source) {
    Cell cell = Cell.current();
    Consumer<String> notes = cell == null ? Log::line : cell.output()::note;
    Object value = shell().eval(cell == null ? 0 : cell.count(), withoutMagics(source), notes);
    return value instanceof Shell.Nothing ? null : value;
  }

  @Override
  public boolean stop(Thread thread, Duration patience) throws InterruptedException {
    return runner.stop(thread, patience);
  }

  @Override
  public String place(StackTraceElement frame) {
    return shell().place(frame);
  }

  @Override
  public void interrupt() {
    runner.interrupt();
  }

  @Override
  public ReplacementOptions complete(String code, int at) {
    return Completion.of(shell(), code, at);
  }

  @Override
  public @Nullable DisplayData inspect(String code, int at, boolean detailed) {
    return inspection.of(shell(), code, at);
  }

  @Override
  public String isComplete(String code) {
    return Completion.state(shell().analysis(), code);
  }
}
