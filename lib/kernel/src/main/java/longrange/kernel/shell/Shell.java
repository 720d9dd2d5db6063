package longrange.kernel.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;
import longrange.kernel.run.CellInterrupted;
import longrange.kernel.run.CellRunner;
import org.jspecify.annotations.Nullable;

/// Runs cells in JShell. Used by one thread at a time.
public final class Shell {
  /// What a cell returns whose last line has no value.
  public enum Nothing {
    NOTHING
  }

  private final CellRunner runner;
  private final CellExecution execution;
  private final JShell jshell;
  private @Nullable CellFiles files;
  private final SourceCodeAnalysis analysis;
  private final Map<String, Origin> origins = new ConcurrentHashMap<>();
  private final Set<String> warned = new HashSet<>();
  private final RunErrors errors = new RunErrors(origins::get);
  private final Imports imports = new Imports();
  private final JarIndex index = JarIndex.read();

  private Shell(CellRunner runner) {
    this.runner = runner;
    this.execution = new CellExecution(runner);
    this.jshell =
        JShell.builder()
            .executionEngine(execution, Map.of())
            .fileManager(standard -> files = new CellFiles(standard, index))
            .compilerOptions("-Xlint:deprecation,removal,unchecked,divzero,empty", "-parameters")
            .build();
    this.analysis = jshell.sourceCodeAnalysis();
  }

  /// Makes a shell on a thread of its own, warm for the first cell: the first expression loads half
  /// the compiler.
  public static Future<Shell> start(CellRunner runner) {
    FutureTask<Shell> task =
        new FutureTask<>(() -> {
          Shell shell = new Shell(runner);
          shell.eval(0, "", "1 + 1", note -> {});
          return shell;
        });
    Thread.ofPlatform().daemon().name("java-shell").start(task);
    return task;
  }

  /// Runs a cell.
  ///
  /// @param count the cell's number, by which errors name it
  /// @param shown the cell as its reader knows it
  /// @param source the cell, with Java for its magics
  /// @param notes told what is no error, but worth a word
  /// @return the last line's value as it is, or [Nothing]
  /// @throws CellFailure if it does not compile, fails, or is interrupted
  public @Nullable Object eval(int count, String shown, String source, Consumer<String> notes) {
    List<Snippet> declared = new ArrayList<>();
    try {
      return eval(count, shown, source, notes, declared);
    } finally {
      declared.forEach(this::forget);
    }
  }

  private @Nullable Object eval(
      int count, String shown, String source, Consumer<String> notes, List<Snippet> declared) {
    Object value = Nothing.NOTHING;
    Map<String, Set<String>> lost = new LinkedHashMap<>();
    for (Pieces.Piece piece : Pieces.of(source, analysis)) {
      checkInterrupted();
      value = Nothing.NOTHING;
      Origin origin = new Origin(count, shown, source, piece.offset());
      List<SnippetEvent> events = execution.eval(piece.source(), jshell);
      events.forEach(event -> remember(event, origin, lost));
      for (SnippetEvent event : events) {
        if (event.causeSnippet() == null) {
          declared.add(event.snippet());
          check(event, origin);
          value = value(event);
        }
      }
      events.forEach(event -> warn(event.snippet(), origin, notes));
    }
    lost.forEach((type, variables) -> notes.accept(Lost.sentence(type, variables)));
    new Unresolved(jshell, this::origin).check(declared, notes);
    return value;
  }

  /// JShell keeps an expression's value for ever, in a variable `$n` that every later snippet
  /// imports: the thousandth would import a thousand.
  private void forget(Snippet snippet) {
    if (snippet instanceof VarSnippet variable
        && variable.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
      execution.clear(analysis.wrapper(variable).fullClassName(), variable.name());
      jshell.drop(variable);
    }
  }

  /// Imports for every cell that follows, made when there is time for it or a cell may need them:
  /// each takes the compiler as long as a small cell.
  ///
  /// @return false where `source` is more than imports: then nothing happens
  public boolean importLater(String source) {
    return imports.add(source);
  }

  /// Whether a cell may use an import that waits.
  public boolean mayUseImports(String source) {
    return imports.mayServe(source);
  }

  /// Makes one of the imports that wait.
  ///
  /// @return whether there is more to do
  public boolean prepare(Consumer<String> notes) {
    String next = imports.next();
    if (next == null) {
      return false;
    }
    try {
      eval(0, next, next, notes);
    } catch (RuntimeException | Error e) {
      notes.accept(next + " failed: " + e);
    }
    return true;
  }

  private void checkInterrupted() {
    try {
      runner.checkInterrupted();
    } catch (CellInterrupted e) {
      throw Interruption.failure(e);
    }
  }

  private void remember(SnippetEvent event, Origin origin, Map<String, Set<String>> lost) {
    Snippet cause = event.causeSnippet();
    if (cause == null) {
      origins.put(event.snippet().id(), origin);
    } else if (event.snippet() instanceof VarSnippet variable
        && event.previousStatus() == Status.VALID
        && event.status() == Status.VALID
        && cause instanceof DeclarationSnippet type) {
      Origin made = origins.get(variable.id());
      lost.computeIfAbsent(type.name(), name -> new TreeSet<>())
          .add(made == null ? variable.name() : variable.name() + " (cell [" + made.count() + "])");
    }
  }

  private void check(SnippetEvent event, Origin origin) {
    Throwable thrown = execution.thrown();
    if (thrown instanceof CellInterrupted interrupted) {
      throw Interruption.failure(interrupted);
    }
    if (thrown instanceof CellFailure inner) {
      // Of code that the cell has run through the kernel, as %load does: it is told already.
      throw inner;
    }
    if (event.status() == Status.REJECTED) {
      throw CompileErrors.failure(jshell.diagnostics(event.snippet()).toList(), origin);
    }
    JShellException exception = event.exception();
    if (exception instanceof EvalException error) {
      throw errors.failure(error, thrown, "");
    }
    if (exception instanceof UnresolvedReferenceException unresolved) {
      throw new Unresolved(jshell, this::origin).failure(unresolved.getSnippet());
    }
    if (exception == null && thrown != null) {
      throw RunErrors.unplaced(thrown);
    }
  }

  private @Nullable Object value(SnippetEvent event) {
    return switch (event.snippet().subKind()) {
      case TEMP_VAR_EXPRESSION_SUBKIND, VAR_VALUE_SUBKIND, OTHER_EXPRESSION_SUBKIND ->
          execution.value();
      default -> Nothing.NOTHING;
    };
  }

  private void warn(Snippet snippet, Origin origin, Consumer<String> notes) {
    for (Diag diagnostic : jshell.diagnostics(snippet).toList()) {
      String text = String.join("\n", CompileErrors.describe("warning", diagnostic, origin));
      if (!diagnostic.isError() && warned.add(snippet.source() + text)) {
        notes.accept(text);
      }
    }
  }

  private Origin origin(Snippet snippet) {
    return origins.getOrDefault(snippet.id(), new Origin(0, snippet.source(), snippet.source(), 0));
  }

  /// Runs `work`, such as the showing of a value, as code of the cell.
  ///
  /// @throws CellFailure if it fails
  public <T> T call(Callable<T> work, String situation) {
    try {
      return runner.call(() -> Thrown.described(work), ClassLoader.getSystemClassLoader());
    } catch (CellInterrupted e) {
      throw Interruption.failure(e);
    } catch (Thrown e) {
      throw failure(e, situation);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private CellFailure failure(Thrown error, String situation) {
    for (SnippetEvent event : execution.rethrow(error, jshell)) {
      if (event.exception() instanceof EvalException translated) {
        return errors.failure(translated, error.cause(), situation);
      }
    }
    throw new IllegalStateException("JShell did not run its empty statement", error);
  }

  /// Where a frame of a cell's class stands, as in `cell [3], line 2`; empty for any other frame.
  public String place(StackTraceElement frame) {
    return active()
        .filter(
            snippet -> snippet instanceof DeclarationSnippet && !(snippet instanceof ImportSnippet))
        .map(snippet -> new WrappedLines(analysis.wrapper(snippet), origin(snippet)))
        .filter(lines -> lines.hold(frame))
        .map(lines -> lines.place(frame))
        .findFirst()
        .orElse("");
  }

  /// Adds a jar or folder for the cells that follow.
  public void addToClassPath(Path path) {
    jshell.addToClasspath(path.toString());
  }

  /// How long all code of cells has run so far.
  public long nanos() {
    return execution.nanos();
  }

  /// What is known of the class path's jars.
  public JarIndex index() {
    return index;
  }

  /// Answers an editor's question about a cell in the making, as if its imports had been made.
  <T> T importing(List<String> pieces, Supplier<T> question) {
    Objects.requireNonNull(files).settle();
    return Imports.during(pieces, jshell, question);
  }

  /// The questions an editor asks.
  public SourceCodeAnalysis analysis() {
    return analysis;
  }

  /// The sources of all that cells have declared and that is still in force, the last first.
  public List<String> declarations() {
    return active().map(Snippet::source).toList().reversed();
  }

  private Stream<Snippet> active() {
    return jshell.snippets().filter(snippet -> jshell.status(snippet).isActive());
  }
}
