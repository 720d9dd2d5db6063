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
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import longrange.grading.extraction.SourceCompiler;
import longrange.grading.sandbox.wire.Line;
import longrange.grading.sandbox.wire.Reader;
import longrange.grading.sandbox.wire.Refused;
import longrange.grading.sandbox.wire.Writer;

/// Compilers in processes of their own: what a text does to one of them, be it endless or too
/// large, is felt by nobody else. A process serves many texts, since a compiler is slow at first.
///
/// The limit is computing time, which does not depend on what else this machine does. The clock is
/// the backstop: a text that meets it is compiled once more while no answer runs, and one that
/// meets it again is nobody's fault.
final class Compilers implements AutoCloseable {
  private static final int MEGABYTES = 384;
  private static final int LOOK_MILLIS = 50;

  private final Duration limit;
  private final Duration wall;
  private final ScheduledExecutorService clock;
  private final ReadWriteLock room;
  private final ConcurrentLinkedQueue<One> idle = new ConcurrentLinkedQueue<>();

  /// @param limit computing time for all that is compiled for one answer
  /// @param wall time on the clock for one text
  /// @param room written to by what must be alone on this machine
  Compilers(Duration limit, Duration wall, ScheduledExecutorService clock, ReadWriteLock room) {
    this.limit = limit;
    this.wall = wall;
    this.clock = clock;
    this.room = room;
  }

  /// A compiler for one answer and its repairs, which share the answer's computing time.
  SourceCompiler forOneAnswer() {
    return new Share();
  }

  /// What is to be compiled.
  private record Text(String className, String text, String classPath) {}

  /// What became of it.
  private sealed interface Outcome {
    record Done(SourceCompiler.Result result) implements Outcome {}

    /// The process is gone.
    ///
    /// @param late because the clock's time was over
    record Ended(boolean late) implements Outcome {}
  }

  /// The compiler of one answer.
  private final class Share implements SourceCompiler {
    private Duration left = limit;

    @Override
    public Result compile(String className, String text, String classPath) {
      if (left.isNegative()) {
        throw tooLong();
      }
      Text all = new Text(className, text, classPath);
      Outcome outcome = compiled(all, room.readLock());
      if (outcome instanceof Outcome.Ended(boolean late) && late) {
        outcome = compiled(all, room.writeLock());
      }
      return switch (outcome) {
        case Outcome.Done(Result result) -> result;
        case Outcome.Ended(boolean late) -> throw late ? tooBusy() : tooLong();
      };
    }

    private Outcome compiled(Text text, Lock lock) {
      lock.lock();
      try {
        One used = idle.poll();
        Outcome outcome = used == null ? new Outcome.Ended(false) : tried(used, text);
        // Perhaps it died of what it had compiled before: a fresh one decides.
        boolean died = outcome instanceof Outcome.Ended(boolean late) && !late;
        return died ? tried(fresh(), text) : outcome;
      } finally {
        lock.unlock();
      }
    }

    private Outcome tried(One compiler, Text text) {
      Duration before = compiler.cpu();
      try {
        Outcome.Done done = new Outcome.Done(compiler.compile(text, before.plus(left)));
        idle.add(compiler);
        return done;
      } catch (Stopped e) {
        idle.add(compiler);
        throw e;
      } catch (IOException e) {
        compiler.close();
        return new Outcome.Ended(compiler.late);
      } finally {
        Duration now = compiler.cpu();
        left = now.compareTo(before) > 0 ? left.minus(now.minus(before)) : left;
      }
    }
  }

  private SourceCompiler.Stopped tooLong() {
    return new SourceCompiler.Stopped(
        "The compiler did not come to an end within %d s of computing and %d MB: something here is nested too deeply, or too long."
            .formatted(limit.toSeconds(), MEGABYTES));
  }

  private SourceCompiler.Unavailable tooBusy() {
    return new SourceCompiler.Unavailable(
        "The compiler had no result after %d s on the clock, twice: this machine is too busy."
            .formatted(wall.toSeconds()));
  }

  private One fresh() {
    try {
      return new One();
    } catch (IOException e) {
      throw new IllegalStateException("The compiler could not be started.", e);
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
    private volatile boolean late;

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

    /// Its computing time so far; zero when it is gone.
    Duration cpu() {
      return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /// @param end the computing time at which it is ended
    SourceCompiler.Result compile(Text text, Duration end) throws IOException {
      long begun = System.nanoTime();
      ScheduledFuture<?> watch =
          clock.scheduleWithFixedDelay(
              () -> look(begun, end), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
      try {
        line.write(
            new Writer(CompilerMain.FRAME)
                .text(text.className())
                .text(text.text())
                .text(text.classPath()));
        return result(line.read());
      } catch (Refused e) {
        throw new SourceCompiler.Stopped(
            "It has more than %d MB of text.".formatted(CompilerMain.FRAME >> 20));
      } finally {
        watch.cancel(false);
      }
    }

    private void look(long begun, Duration end) {
      late = System.nanoTime() - begun > wall.toNanos();
      if (late || cpu().compareTo(end) > 0) {
        process.destroyForcibly();
      }
    }

    private static SourceCompiler.Result result(Reader in) throws IOException {
      if (in.tag() != 0) {
        throw new SourceCompiler.Stopped(in.name());
      }
      Map<String, byte[]> classes = new HashMap<>();
      for (int i = in.count(8); i > 0; i--) {
        classes.put(in.name(), in.block());
      }
      List<SourceCompiler.Complaint> complaints = new ArrayList<>();
      for (int i = in.count(40); i > 0; i--) {
        complaints.add(
            new SourceCompiler.Complaint(
                in.name(), in.wide(), in.wide(), in.wide(), in.wide(), in.name()));
      }
      return new SourceCompiler.Result(classes, complaints);
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }
}
