package longrange.grading.sandbox;

import java.io.IOException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Optional;
import longrange.grading.AnswerEnded;
import longrange.grading.Contract;
import longrange.grading.Status;
import longrange.grading.ThrownAs;
import longrange.grading.extraction.Compilation.Compiled;
import longrange.grading.sandbox.wire.Bounds;
import longrange.grading.sandbox.wire.Line;
import longrange.grading.sandbox.wire.Peer;
import longrange.grading.sandbox.wire.Types;
import longrange.grading.sandbox.wire.Violation;
import org.jspecify.annotations.Nullable;

/// The tests' end of the connection to one process, for one answer: makes the stand-in that the
/// tests call, keeps the limits, and knows why the process has ended.
final class Session implements Peer.Owner, AutoCloseable {
  private static final String OUT_OF_MEMORY = "It needed more memory than an answer has.";

  private static final String TOO_MANY =
      "It started a process, or more threads than an answer may.";

  private final StudentProcess process;
  private final Limits limits;
  private final Peer peer;
  private final Transcript transcript = new Transcript();
  private @Nullable AnswerEnded end;
  private boolean over;
  private volatile boolean forged;
  private long begun = System.nanoTime();
  private Duration before;
  private Duration spent = Duration.ZERO;

  Session(StudentProcess process, Limits limits, Contract contract) {
    this.process = process;
    this.limits = limits;
    this.before = process.cpu();
    Types types = new Types(contract.type().getClassLoader());
    Bounds bounds = new Bounds(limits.frame(), limits.depth());
    this.peer = new Peer(process.line(), this, types, bounds, true);
    process
        .output()
        .onFlood(() ->
            end(
                Status.OUTPUT,
                "It wrote more than %d kB of text. Print less, or nothing."
                    .formatted(limits.output() >> 10)));
  }

  /// Waits for the process's first word.
  void begin() throws IOException {
    peer.awaitReady();
  }

  /// Sends the classes and has an answer made of them.
  Object answer(Compiled answer) throws Exception {
    try {
      return peer.load(
          answer.answer().contract().type(), answer.type().getName(), answer.classes());
    } catch (Exception | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  Transcript transcript() {
    return transcript;
  }

  // --- limits

  /// Each test has its own time.
  synchronized void testBegins() {
    begun = System.nanoTime();
    before = process.cpu();
  }

  /// Looks whether the running test is over its time. Called again and again.
  void look() {
    Duration elapsed;
    Duration already;
    synchronized (this) {
      if (over || end != null) {
        return;
      }
      elapsed = Duration.ofNanos(System.nanoTime() - begun);
      already = before;
    }
    if (elapsed.compareTo(limits.wall()) > 0) {
      late();
    } else if (elapsed.multipliedBy(cores()).compareTo(limits.cpu()) > 0
        && process.cpuOfAll().minus(already).compareTo(limits.cpu()) > 0) {
      late();
    }
  }

  /// No process can compute longer than this many clocks run.
  private static int cores() {
    return Runtime.getRuntime().availableProcessors();
  }

  private static String words(Duration time) {
    return time.toMillis() % 1000 == 0
        ? time.toSeconds() + " s"
        : "%.1f s".formatted(time.toMillis() / 1000.0);
  }

  /// Its time is over. One sentence, whichever limit came first: that depends on how busy the
  /// machine is, and the same answer is to have the same result again.
  void late() {
    end(
        Status.TIMEOUT,
        "No result after %s of computing, or %s on the clock."
            .formatted(words(limits.cpu()), words(limits.wall())));
  }

  // --- the end

  private void end(Status status, String message) {
    end(new AnswerEnded(status, message));
  }

  private void end(AnswerEnded how) {
    synchronized (this) {
      if (end != null || over) {
        return;
      }
      end = how;
    }
    process.kill();
  }

  @Override
  public Error lost(IOException why) {
    switch (why) {
      case Line.TooLong _ -> end(Status.OUTPUT, tooLarge());
      case Violation _ -> {
        end(Status.WRONG, "Its process sent something that is no answer, and was ended.");
        forged = true;
      }
      default -> ended();
    }
    synchronized (this) {
      return end == null ? new AnswerEnded(Status.CRASH, "The process is gone.") : end;
    }
  }

  private String tooLarge() {
    return "It returned a value larger than %d MB.".formatted(limits.frame() >> 20);
  }

  /// The connection has ended; nobody of this side did it.
  private void ended() {
    boolean ended = process.awaitEnd();
    String output = process.output().text();
    if (output.contains("Terminating due to java.lang.OutOfMemoryError")
        || output.contains("insufficient memory for the Java Runtime Environment")) {
      end(Status.MEMORY, OUT_OF_MEMORY);
    } else if (ended) {
      // Without the exit code: it could carry what a hidden test passed to the answer.
      end(Status.CRASH, "Its process ended before the tests did. Never call System.exit.");
    } else {
      end(Status.CRASH, "It closed the connection to the tests, and its process was ended.");
    }
  }

  @Override
  public Throwable refused(String message, boolean large) {
    if (large) {
      end(Status.OUTPUT, tooLarge());
      return lost(new IOException(message));
    }
    return new UnsupportedOperationException(message);
  }

  @Override
  public Throwable thrown(Throwable rebuilt, String originalClass) {
    Optional<AnswerEnded> exhausted = exhausted(rebuilt);
    if (exhausted.isPresent()) {
      end(exhausted.get());
      return lost(new IOException(rebuilt));
    }
    if (!rebuilt.getClass().getName().equals(originalClass)) {
      rebuilt.addSuppressed(new ThrownAs(originalClass));
    }
    return rebuilt;
  }

  /// An exception that says that a limit of the process was met. After that nothing in it can be
  /// relied on.
  private static Optional<AnswerEnded> exhausted(Throwable thrown) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      String message = String.valueOf(each.getMessage());
      if (message.contains("Resource temporarily unavailable")
          || message.contains("unable to create native thread")
          || message.startsWith("Cannot run program")) {
        return Optional.of(new AnswerEnded(Status.CRASH, TOO_MANY));
      }
      if (each instanceof OutOfMemoryError) {
        return Optional.of(new AnswerEnded(Status.MEMORY, OUT_OF_MEMORY));
      }
    }
    return Optional.empty();
  }

  @Override
  public void replied(Method method, byte[] outcome) {
    // What it returned on its way out is no result.
    if (method.getDeclaringClass() != Object.class && ending().isEmpty()) {
      transcript.add(method.getName(), outcome);
    }
  }

  /// After its last test: the process has nothing more to say.
  void finish() {
    synchronized (this) {
      if (over || end != null) {
        return;
      }
      begun = System.nanoTime();
    }
    spent = process.cpu();
    try {
      peer.finish();
    } catch (Violation | Line.TooLong e) {
      var _ = lost(e);
    } catch (IOException e) {
      // It ended a moment before it would have been ended. All results are there.
    }
    close();
  }

  /// Ends the process, whatever it does.
  @Override
  public void close() {
    synchronized (this) {
      over = true;
    }
    process.close();
  }

  /// Why it ended before its time.
  synchronized Optional<AnswerEnded> ending() {
    return Optional.ofNullable(end);
  }

  /// Whether it has sent what no answer sends.
  boolean forged() {
    return forged;
  }

  /// The computing time of its JVM, as far as it is known.
  Duration cpu() {
    return spent;
  }

  String output() {
    return process.output().text();
  }
}
