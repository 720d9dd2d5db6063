package longrange.grading.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import longrange.grading.extraction.SourceCompiler;
import longrange.grading.sandbox.wire.Line;
import longrange.grading.sandbox.wire.Reader;
import longrange.grading.sandbox.wire.Refused;
import longrange.grading.sandbox.wire.Writer;
import org.jspecify.annotations.Nullable;

/// Compilers in processes of their own: what a text does to one of them, be it endless or too
/// large, is felt by nobody else. A process serves many texts, since a compiler is slow at first.
final class Compilers implements SourceCompiler, AutoCloseable {
  private static final int MEGABYTES = 384;

  private final Duration limit;
  private final ScheduledExecutorService clock;
  private final ConcurrentLinkedQueue<One> idle = new ConcurrentLinkedQueue<>();

  Compilers(Duration limit, ScheduledExecutorService clock) {
    this.limit = limit;
    this.clock = clock;
  }

  @Override
  public Result compile(String className, String text, String classPath) {
    One used = idle.poll();
    if (used != null) {
      Result result = tried(used, className, text, classPath);
      if (result != null) {
        return result;
      }
      // Perhaps it died of what it had compiled before: a fresh one decides.
    }
    try {
      Result result = tried(new One(), className, text, classPath);
      if (result != null) {
        return result;
      }
    } catch (IOException e) {
      throw new IllegalStateException("The compiler could not be started.", e);
    }
    throw new Stopped(
        "The compiler did not come to an end within %d s and %d MB: something here is nested too deeply, or too long."
            .formatted(limit.toSeconds(), MEGABYTES));
  }

  private @Nullable Result tried(One compiler, String className, String text, String classPath) {
    try {
      Result result = compiler.compile(className, text, classPath);
      idle.add(compiler);
      return result;
    } catch (Stopped e) {
      idle.add(compiler);
      throw e;
    } catch (IOException e) {
      compiler.close();
      return null;
    }
  }

  @Override
  public void close() {
    for (One each = idle.poll(); each != null; each = idle.poll()) {
      each.close();
    }
  }

  /// One process.
  private final class One implements AutoCloseable {
    private final Process process;
    private final Line line;

    One() throws IOException {
      ProcessBuilder builder =
          new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Xmx%dm".formatted(MEGABYTES),
              "-Xss4m",
              "-XX:+UseSerialGC",
              "-XX:TieredStopAtLevel=1",
              "-XX:+ExitOnOutOfMemoryError",
              "-XX:-UsePerfData",
              "-cp",
              System.getProperty("java.class.path"),
              CompilerMain.class.getName());
      builder.environment().clear();
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
      process = builder.start();
      line = new Line(process.getInputStream(), process.getOutputStream(), CompilerMain.FRAME);
    }

    Result compile(String className, String text, String classPath) throws IOException {
      ScheduledFuture<?> late =
          clock.schedule(process::destroyForcibly, limit.toMillis(), TimeUnit.MILLISECONDS);
      try {
        line.write(new Writer(CompilerMain.FRAME).text(className).text(text).text(classPath));
        return result(line.read());
      } catch (Refused e) {
        throw new Stopped("It has more than %d MB of text.".formatted(CompilerMain.FRAME >> 20));
      } finally {
        late.cancel(false);
      }
    }

    private static Result result(Reader in) throws IOException {
      if (in.tag() != 0) {
        throw new Stopped(in.name());
      }
      Map<String, byte[]> classes = new HashMap<>();
      for (int i = in.count(8); i > 0; i--) {
        classes.put(in.name(), in.block());
      }
      List<Complaint> complaints = new ArrayList<>();
      for (int i = in.count(40); i > 0; i--) {
        complaints.add(
            new Complaint(in.name(), in.wide(), in.wide(), in.wide(), in.wide(), in.name()));
      }
      return new Result(classes, complaints);
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }
}
