package longrange.battery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import longrange.grading.Checker;
import longrange.grading.Contract;
import longrange.grading.Exercises;
import longrange.grading.Status;
import longrange.grading.Verdict;
import longrange.grading.extraction.Answer;
import longrange.grading.extraction.Extracted;
import longrange.grading.extraction.Extraction;
import longrange.grading.extraction.UnreadableFile;
import longrange.grading.sandbox.Graded;
import longrange.grading.sandbox.Isolation;
import longrange.grading.sandbox.Limits;
import longrange.grading.sandbox.Sandbox;

/// A grading run for the battery, as `./course grade` makes one, with shorter times.
final class Grading implements AutoCloseable {
  private static final Duration CPU = Duration.ofSeconds(3);
  private static final Duration WALL = Duration.ofSeconds(20);
  private static final ServerSocket SERVICE = listening();

  private final Sandbox sandbox;
  private final Isolation isolation;

  private Grading(Sandbox sandbox, Isolation isolation) {
    this.sandbox = sandbox;
    this.isolation = isolation;
  }

  static Grading open(Isolation isolation, int parallel) throws IOException {
    return open(isolation, parallel, workspace());
  }

  static Grading open(Isolation isolation, int parallel, Path workspace) throws IOException {
    Limits limits = Limits.standard().withTimes(CPU, WALL);
    return new Grading(
        Sandbox.open(new Sandbox.Setup(isolation, limits, workspace, parallel, 1)), isolation);
  }

  /// Where the start-up cache is kept.
  static Path workspace() {
    return folder("target/sandbox");
  }

  /// Where the battery's submissions lie.
  static Path submissions() {
    return folder("target/battery");
  }

  private static Path folder(String name) {
    try {
      return Files.createDirectories(Path.of(name)).toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The port of a service that runs on this machine.
  static int service() {
    return SERVICE.getLocalPort();
  }

  private static ServerSocket listening() {
    try {
      return new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Graded grade(Hostile attack) {
    Contract contract = Exercises.byId(attack.exercise()).orElseThrow();
    Checker checker = Checker.standard();
    try {
      Path folder = Files.createDirectories(submissions().resolve("case-" + attack.number()));
      Path file = Files.writeString(folder.resolve(attack.file()), attack.text());
      return switch (Extraction.of(file).answer(contract)) {
        case Extracted.Nothing(var status, var message, var warnings) ->
            notRun(checker.notRun(contract, status, message).warned(warnings));
        case Answer answer -> sandbox.grade(answer, checker);
      };
    } catch (UnreadableFile e) {
      String why = String.valueOf(e.getMessage());
      return notRun(checker.notRun(contract, Status.REJECTED, why));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Graded notRun(Verdict verdict) {
    return new Graded(verdict, isolation, 0, Optional.empty(), Duration.ZERO, "");
  }

  @Override
  public void close() throws IOException {
    sandbox.close();
  }
}
