package longrange.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import longrange.linalg.kernels.Precision;

/// The course beside a peer on this machine, in one run: PyTorch, or the course's own on other
/// kernels.
///
/// Every contender is a process that lives as long as the comparison, and they take turns, round by
/// round: what disturbs the machine disturbs all. Losses and gradients are compared first.
final class Against {
  /// What is compiled while it runs is given some rounds more before. After 4 rounds the first work
  /// of a precision still became faster.
  private static final int WARM_UP = 12;

  private static final String COMPARED_HEAD =
      """
      | work | peer | furthest apart in | by, of its largest entry | rounding |
      |---|---|---|---|---|\
      """;

  private final Contenders contenders;
  private final Path folder;
  private final String table;
  private final int rounds;
  private final double seconds;
  private final PrintStream out;

  private Against(
      Contenders contenders,
      Path folder,
      String table,
      int rounds,
      double seconds,
      PrintStream out) {
    this.contenders = contenders;
    this.folder = folder;
    this.table = table;
    this.rounds = rounds;
    this.seconds = seconds;
    this.out = out;
  }

  /// Compares, and writes the table.
  ///
  /// @param arguments the peer: `torch`, or the name of kernels; the Python that has torch, or
  ///   nothing; the folder for the results; rounds, or 0 to compare and not to time; the seconds of
  ///   one; and words that a work's line must contain
  public static void main(String[] arguments) {
    List<Work> works = worksOf(List.of(arguments).subList(5, arguments.length));
    try {
      Path folder = Files.createDirectories(Path.of(arguments[2]));
      against(arguments[0], arguments[1], folder, arguments[3], arguments[4], works);
    } catch (IllegalStateException | IOException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void against(
      String peer, String python, Path folder, String rounds, String seconds, List<Work> works)
      throws IOException {
    try (Contenders contenders = new Contenders(folder)) {
      contenders.startCourse("longrange", "");
      if (peer.equals("torch")) {
        contenders.startTorch(python);
      } else {
        contenders.startCourse(peer, peer);
      }
      new Against(
              contenders,
              folder,
              "against-" + peer,
              Integer.parseInt(rounds),
              Double.parseDouble(seconds),
              System.out)
          .run(works);
    }
  }

  /// What a program was asked for: it says so, and ends, where there is no such work.
  static List<Work> worksOf(List<String> words) {
    List<Work> works = having(words);
    if (works.isEmpty()) {
      System.err.printf(
          "No work has the words %s: one is %s.%n",
          String.join(" ", words), works().findFirst().orElseThrow().line());
      System.exit(1);
    }
    return works;
  }

  /// The lines of the table that have all of some words.
  static List<Work> having(List<String> words) {
    return works().filter(work -> work.has(words)).toList();
  }

  /// The lines of the table.
  static Stream<Work> works() {
    Stream<Work> steps =
        Stream.of("lstm", "gru", "rnn")
            .flatMap(cell ->
                Stream.of(Precision.SINGLE, Precision.DOUBLE)
                    .flatMap(precision ->
                        Stream.of(64, 128, 256)
                            .flatMap(n ->
                                Stream.of(1, 2)
                                    .map(threads ->
                                        new Work("step", cell, precision, n, 100, 32, threads)))));
    Stream<Work> others =
        Stream.of(
            new Work("step", "lstm-decaying", Precision.SINGLE, 64, 400, 32, 1),
            new Work("probe", "rnn", Precision.DOUBLE, 64, 500, 1, 1));
    return Stream.concat(steps, others);
  }

  private void run(List<Work> works) throws IOException {
    out.println(Machine.described());
    out.println(contenders.ours().greeting());
    contenders.others(works.getFirst()).forEach(other -> out.println(other.greeting()));
    out.println();
    out.println(rounds == 0 ? COMPARED_HEAD : Row.MARKDOWN_HEAD);
    for (Work work : works) {
      System.err.printf(
          "measuring %d of %d: %s%n", works.indexOf(work) + 1, works.size(), work.line());
      List<Agreement.Difference> differences = contenders.take(work);
      if (rounds == 0) {
        compared(work, differences);
      } else {
        measured(work);
      }
      out.flush();
    }
  }

  private void compared(Work work, List<Agreement.Difference> differences) {
    List<Peer> others = contenders.others(work);
    for (int i = 0; i < others.size(); i++) {
      Agreement.Difference furthest = differences.get(i);
      out.printf(
          Locale.ROOT,
          "| %s | %s | %s | %.1e | %.1e |%n",
          work.line(),
          others.get(i).name(),
          furthest.result(),
          furthest.share(),
          work.tolerance());
    }
  }

  private void measured(Work work) throws IOException {
    Conditions conditions =
        new Conditions(
            contenders.kernels(),
            Machine.described(),
            contenders.versions(),
            rounds,
            seconds,
            LocalDate.now(ZoneId.systemDefault()).toString());
    List<Row> rows = rows(work);
    Table all = new Table(folder, table);
    for (Row row : rows) {
      List<String> fields = row.fields(conditions);
      out.println(Row.markdown(fields));
      all.put(fields);
    }
    all.write();
  }

  private List<Row> rows(Work work) throws IOException {
    for (int i = 0; i < WARM_UP; i++) {
      for (Peer peer : contenders.compiled()) {
        var _ = peer.time(seconds);
      }
    }
    List<Peer> others = contenders.others(work);
    List<Timing> own = new ArrayList<>();
    List<List<Timing>> theirs = new ArrayList<>();
    others.forEach(other -> theirs.add(new ArrayList<>()));
    for (int round = 0; round < rounds; round++) {
      own.add(contenders.ours().time(seconds));
      for (int i = 0; i < others.size(); i++) {
        theirs.get(i).add(others.get(i).time(seconds));
      }
    }
    return IntStream.range(0, others.size())
        .mapToObj(i -> new Row(work, others.get(i).name(), own, theirs.get(i)))
        .toList();
  }
}
