package longrange.bench;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A contender's process, from here.
final class Peer implements AutoCloseable {
  private final String name;
  private final Process process;
  private final PrintStream to;
  private final BufferedReader from;
  private final String greeting;

  private Peer(String name, Process process) throws IOException {
    this.name = name;
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
            .start());
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

  /// What comes out of its work.
  double[] result(Path file) throws IOException {
    tell("result " + file);
    double[] numbers = new double[(int) (Files.size(file) / Double.BYTES)];
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      byte[] raw = in.readAllBytes();
      ByteBuffer.wrap(raw).asDoubleBuffer().get(numbers);
    }
    return numbers;
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
      throw new IOException("the contender " + name + " has ended: its errors are in the log");
    }
    return line;
  }

  @Override
  public void close() {
    to.close();
    process.destroy();
  }
}
