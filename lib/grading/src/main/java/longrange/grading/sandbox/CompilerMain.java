package longrange.grading.sandbox;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;
import longrange.grading.extraction.SourceCompiler;
import longrange.grading.extraction.SourceCompiler.Complaint;
import longrange.grading.extraction.SourceCompiler.Result;
import longrange.grading.sandbox.wire.Line;
import longrange.grading.sandbox.wire.Reader;
import longrange.grading.sandbox.wire.Refused;
import longrange.grading.sandbox.wire.Writer;

/// The main class of a compiler's process: what a text does to the compiler stays in here.
///
/// No code of an answer runs in it. It needs limits of time and memory, and no sandbox.
final class CompilerMain {
  /// The largest request or result, in bytes.
  static final int FRAME = 16 << 20;

  private CompilerMain() {}

  /// Compiles what it is sent on standard input until that ends.
  public static void main(String[] arguments) throws IOException {
    // A compiler that is stuck would not notice the end of its input.
    ProcessHandle.current()
        .parent()
        .ifPresent(grader -> {
          var _ = grader.onExit().thenRun(() -> Runtime.getRuntime().halt(1));
        });
    InputStream in = System.in;
    PrintStream out = System.out;
    System.setOut(System.err);
    Line line = new Line(in, out, FRAME);
    try {
      while (true) {
        line.write(answer(line.read()));
      }
    } catch (EOFException e) {
      // The grading is over.
    }
  }

  private static Writer answer(Reader question) throws IOException {
    try {
      return write(
          SourceCompiler.here().compile(question.name(), question.name(), question.name()));
    } catch (SourceCompiler.Stopped e) {
      return stopped(e.getMessage());
    } catch (Refused e) {
      return stopped("It compiles to more than " + (FRAME >> 20) + " MB.");
    }
  }

  private static Writer stopped(String message) {
    try {
      return new Writer(FRAME).tag(1).words(message);
    } catch (Refused e) {
      throw new IllegalStateException(e);
    }
  }

  private static Writer write(Result result) throws Refused {
    Writer out = new Writer(FRAME).tag(0).number(result.classes().size());
    for (Map.Entry<String, byte[]> each : result.classes().entrySet()) {
      out.text(each.getKey()).block(each.getValue());
    }
    out.number(result.complaints().size());
    for (Complaint each : result.complaints()) {
      out.text(each.code()).wide(each.line()).wide(each.column());
      out.wide(each.start()).wide(each.end()).text(each.message());
    }
    return out;
  }
}
