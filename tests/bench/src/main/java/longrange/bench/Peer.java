package longrange.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/// A contender's process, from here.
final class Peer implements AutoCloseable {
  private final String name;
  private final Process process;
  private final PrintStream to;
  private final BufferedReader from;
  private final Path errors;
  private final String greeting;

  private Peer(String name, Process process, Path errors) throws IOException {
    this.name = name;
    this.errors = errors;
    this.process = process;
    this.to = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    this.from = process.inputReader(StandardCharsets.UTF_8);
    this.greeting = heard();
  }

  /// Starts a contender.
  ///
  /// @param name as the table has it
  /// @param errors where its standard error goes
  static Peer start(String name, List<String> command, Path errors) throws IOException {
    return new Peer(
        name,
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
            .start(),
        errors);
  }

  String name() {
    return name;
  }

  /// What it says of itself: its version.
  String greeting() {
    return greeting;
  }

  /// Gives it a work; the course's contender writes its numbers to the file, others read them.
  void take(Work work, Path numbers) throws IOException {
    tell("take %s file=%s".formatted(work.line(), numbers));
  }

  /// What comes out of its work, in the order of [Work#results].
  List<DMatrixRMaj> result(Path file) throws IOException {
    tell("result " + file);
    return Numbers.read(file);
  }

  /// Has its work done again and again for a while.
  Timing time(double seconds) throws IOException {
    return Timing.of(tell("time " + seconds));
  }

  private String tell(String line) throws IOException {
    to.println(line);
    return heard();
  }

  private String heard() throws IOException {
    String line = from.readLine();
    if (line == null) {
      throw new IOException(
          "The contender %s has ended: %s%nAll that it said: %s"
              .formatted(name, lastOf(errors), errors));
    }
    return line;
  }

  private static String lastOf(Path errors) throws IOException {
    List<String> lines = Files.readAllLines(errors);
    return lines.isEmpty() ? "it said nothing" : lines.getLast();
  }

  @Override
  public void close() {
    to.close();
    process.destroy();
  }
}
