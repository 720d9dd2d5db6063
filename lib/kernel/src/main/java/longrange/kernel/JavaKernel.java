package longrange.kernel;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
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
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.jspecify.annotations.Nullable;

/// The kernel as JJava's extensions see it: they get this object, and the same classes as there.
public final class JavaKernel extends BaseKernel implements CellControl {
  private static final String NAME = "longrange-kernel";
  static final String VERSION = "1.0";

  /// What JShell's own tool imports at its start, and JJava's static notebook functions.
  private static final String IMPORTS =
      """
      import java.io.*;
      import java.math.*;
      import java.net.*;
      import java.nio.file.*;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.function.*;
      import java.util.prefs.*;
      import java.util.regex.*;
      import java.util.stream.*;
      import static org.dflib.jjava.jupyter.kernel.BaseNotebookStatics.*;
      import static longrange.kernel.NotebookFunctions.*;
      """;

  private static final Pattern MAGIC = Pattern.compile("(?m)^\\s*%|=\\s*%\\w");

  private final CellRunner runner;
  private final History history = new History();
  private final Inspection inspection = new Inspection();
  private final Future<Shell> starting;
  private @Nullable Shell shell;
  private boolean vectorized;

  JavaKernel(CellRunner runner, Future<Shell> starting) {
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
        new MagicParser("(?<=(?:^|=))\\s*%", "%%", new MagicCalls()),
        new MagicsRegistry(),
        true,
        new StringStyler.Builder().build());
    this.runner = runner;
    this.starting = starting;
    Magics.register(this, getMagicsRegistry());
  }

  /// Waits for the shell, then installs the extensions. Takes a second on a cold machine: the
  /// sockets are served meanwhile.
  @Override
  public void onStartup() {
    try {
      shell = starting.get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException("the Java shell could not start", e);
    }
    shell.importLater(IMPORTS);
    super.onStartup();
  }

  @Override
  protected void installExtensions(ClassLoader loader) {
    shell()
        .index()
        .providers()
        .ifPresentOrElse(
            names -> names.forEach(name -> installExtension(name, loader)),
            () -> searchExtensions(loader));
  }

  private void installExtension(String name, ClassLoader loader) {
    try {
      Class<?> type = Class.forName(name, true, loader);
      installExtension(type.asSubclass(Extension.class).getDeclaredConstructor().newInstance());
    } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
      Log.line("the extension " + name + " cannot be loaded: " + e);
    }
  }

  private void searchExtensions(ClassLoader loader) {
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

  /// Does a little of what later cells need or are quicker with.
  ///
  /// @return whether there is more to do
  boolean prepare() {
    if (!vectorized) {
      vectorized = true;
      VectorModule.load();
      return true;
    }
    return shell().prepare(Log::line);
  }

  private void prepareAll() {
    while (prepare()) {}
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
    String timed = Timing.timedCell(source);
    if (timed == null) {
      return run(cell, source);
    }
    long ran = shell().nanos();
    long began = System.nanoTime();
    Object value = run(cell, timed);
    ran = shell().nanos() - ran;
    long compiled = System.nanoTime() - began - ran;
    cell.output().note("Time: " + Timing.text(ran) + ", compiled in " + Timing.text(compiled));
    return value;
  }

  private @Nullable Object run(@Nullable Cell cell, String source) {
    if (shell().mayUseImports(source)) {
      prepareAll();
    }
    int count = cell == null ? 0 : cell.count();
    Consumer<String> notes = cell == null ? Log::line : cell.output()::note;
    return shell().eval(count, source, withoutMagics(source), notes);
  }

  private String withoutMagics(String source) {
    return MAGIC.matcher(source).find()
        ? getMagicParser().resolveMagics(Timing.withTimedLines(source))
        : source;
  }

  /// Runs code that belongs to no cell, or to the one that calls.
  ///
  /// @return the last line's value; null if it has none
  @Override
  public @Nullable Object evalRaw(String source) {
    Cell cell = Cell.current();
    if (cell == null && shell().importLater(source)) {
      return null;
    }
    Object value = run(cell, source);
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
    prepareAll();
    return Completion.of(shell(), code, at);
  }

  @Override
  public @Nullable DisplayData inspect(String code, int at, boolean detailed) {
    prepareAll();
    return inspection.of(shell(), code, at);
  }

  @Override
  public String isComplete(String code) {
    return Completion.state(shell().analysis(), code);
  }
}
