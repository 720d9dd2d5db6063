package longrange.grading.extraction;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// Compiles a program in memory. No processor runs, no file is read but those of the class path,
/// and none is written.
final class Javac {
  /// What came of it.
  ///
  /// @param classes class files by binary name; empty unless there is no error
  /// @param problems the errors
  record Result(Map<String, byte[]> classes, List<Problem> problems) {
    boolean succeeded() {
      return problems.isEmpty();
    }
  }

  /// The compiler goes as deep as the text, until its stack ends.
  private static final Problem GIVEN_UP =
      new Problem(null, null, "the compiler gives it up: something is nested too deeply");

  private Javac() {}

  private static boolean call(JavaCompiler.CompilationTask task) {
    try {
      return task.call();
    } catch (IllegalStateException | StackOverflowError e) {
      if (isTooDeep(e)) {
        return false;
      }
      throw e;
    }
  }

  /// Whether this is how the compiler's parser ends on a text that is nested too deeply.
  static boolean isTooDeep(Throwable thrown) {
    return thrown instanceof StackOverflowError || thrown.getCause() instanceof StackOverflowError;
  }

  static Result compile(Program program, String classPath) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    var errors = new DiagnosticCollector<JavaFileObject>();
    // Without a source path the compiler would look for sources on the class path; without a class
    // path, in the working folder.
    List<String> options =
        List.of(
            "-proc:none",
            "-g",
            "-parameters",
            "-Xlint:none",
            "-classpath",
            classPath.isEmpty() ? File.pathSeparator : classPath,
            "-sourcepath",
            File.pathSeparator);
    try (var files =
        new Outputs(
            compiler.getStandardFileManager(errors, Locale.ENGLISH, StandardCharsets.UTF_8))) {
      var source = new MemorySource(program.className(), program.text());
      boolean done =
          call(
              compiler.getTask(Writer.nullWriter(), files, errors, options, null, List.of(source)));
      List<Problem> problems =
          errors.getDiagnostics().stream()
              .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
              .map(each -> Problem.of(each, program))
              .toList();
      if (!done && problems.isEmpty()) {
        return new Result(Map.of(), List.of(GIVEN_UP));
      }
      return new Result(files.classes(), problems);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Keeps what the compiler writes.
  private static final class Outputs extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> written = new HashMap<>();

    Outputs(JavaFileManager files) {
      super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      var bytes = new ByteArrayOutputStream();
      written.put(name, bytes);
      return new SimpleJavaFileObject(URI.create("memory:///class"), kind) {
        @Override
        public OutputStream openOutputStream() {
          return bytes;
        }
      };
    }

    Map<String, byte[]> classes() {
      return written.entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().toByteArray()));
    }
  }
}
