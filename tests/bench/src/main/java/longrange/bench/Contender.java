package longrange.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import longrange.linalg.Kernels;

/// The course's contender: does as it is told, line by line, and answers each line with one.
///
/// `take WORK file=FILE` prepares a work and writes its numbers; `result FILE` writes what comes
/// out; `time SECONDS` does it again and again, and answers the median and the least of the
/// milliseconds.
final class Contender {
  private final PrintStream out;
  private Task task = Task.of(Work.of("step rnn double 1 2 1 1"));

  private Contender(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] arguments) throws IOException {
    String greeting = "longrange, kernels %s, JDK %s".formatted(chosen(), Runtime.version());
    Contender contender = new Contender(System.out);
    contender.out.println(greeting);
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        contender.out.println(contender.answer(line));
        contender.out.flush();
      }
    }
  }

  /// The kernels of this process; it ends with the reason where those that were asked for cannot be
  /// had.
  static String chosen() {
    try {
      return Kernels.chosen().name();
    } catch (IllegalStateException e) {
      System.err.println(e.getMessage());
      System.exit(1);
      throw e;
    }
  }

  private String answer(String line) throws IOException {
    String[] words = line.split(" ", 2);
    return switch (words[0]) {
      case "take" -> taken(words[1]);
      case "result" -> written(words[1]);
      case "time" -> timed(Double.parseDouble(words[1])).toString();
      default -> throw new IOException("not understood: " + line);
    };
  }

  private String taken(String rest) throws IOException {
    String mark = " file=";
    int cut = rest.lastIndexOf(mark);
    task = Task.of(Work.of(rest.substring(0, cut)));
    Numbers.write(Path.of(rest.substring(cut + mark.length())), task.numbers());
    return "ready";
  }

  private String written(String file) throws IOException {
    Numbers.write(Path.of(file), task.result());
    return "written";
  }

  private Timing timed(double seconds) {
    List<Double> times = new ArrayList<>();
    long end = System.nanoTime() + (long) (seconds * 1e9);
    do {
      long begun = System.nanoTime();
      task.run();
      times.add((System.nanoTime() - begun) / 1e6);
    } while (System.nanoTime() < end);
    return Timing.of(times);
  }
}
