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
import longrange.grading.extraction.SourceCompiler.Complaint;

/// Compiles a program in memory. No processor runs, no file is read but those of the class path,
/// and none is written.
final class Javac {
  /// More errors than this, or longer ones, nobody reads.
  private static final int MOST_COMPLAINTS = 50;

  private static final int LONGEST_MESSAGE = 2_000;

  private Javac() {}

  static SourceCompiler.Result compile(String className, String text, String classPath) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    var errors = new DiagnosticCollector<JavaFileObject>();
    try (var files =
        new Outputs(
            compiler.getStandardFileManager(errors, Locale.ENGLISH, StandardCharsets.UTF_8))) {
      var source = new MemorySource(className, text);
      boolean done =
          compiler
              .getTask(
                  Writer.nullWriter(), files, errors, options(classPath), null, List.of(source))
              .call();
      List<Complaint> complaints =
          errors.getDiagnostics().stream()
              .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
              .limit(MOST_COMPLAINTS)
              .map(Javac::complaint)
              .toList();
      if (!done && complaints.isEmpty()) {
        throw tooDeep();
      }
      return new SourceCompiler.Result(files.classes(), complaints);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalStateException | StackOverflowError e) {
      // So the compiler's own interface reports what it did not expect.
      throw tooDeep();
    }
  }

  private static SourceCompiler.Stopped tooDeep() {
    return new SourceCompiler.Stopped(
        "The compiler gives up: something here is nested too deeply, or too long.");
  }

  /// Without a source path the compiler would look for sources on the class path; without a class
  /// path, in the working folder.
  private static List<String> options(String classPath) {
    return List.of(
        "-proc:none",
        "-g",
        "-parameters",
        "-Xlint:none",
        "-classpath",
        classPath.isEmpty() ? File.pathSeparator : classPath,
        "-sourcepath",
        File.pathSeparator);
  }

  private static Complaint complaint(Diagnostic<? extends JavaFileObject> error) {
    String message = error.getMessage(Locale.ENGLISH);
    return new Complaint(
        error.getCode(),
        error.getLineNumber(),
        error.getColumnNumber(),
        error.getStartPosition(),
        error.getEndPosition(),
        message.substring(0, Math.min(message.length(), LONGEST_MESSAGE)));
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
