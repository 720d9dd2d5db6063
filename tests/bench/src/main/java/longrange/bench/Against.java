package longrange.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import longrange.linalg.kernels.Precision;

/// The course beside PyTorch on this machine, in one run.
///
/// Every contender is a process that lives as long as the comparison, and they take turns, round by
/// round: what disturbs the machine disturbs all. Losses and gradients are compared first. Torch is
/// there as it comes and with `set_flush_denormal(True)`; for the probe with its own automatic
/// differentiation and with products by hand.
final class Against {
  /// Ours is given some rounds more before: it is compiled while it runs. After 4 rounds the first
  /// work of a precision still became faster.
  private static final int WARM_UP = 12;

  private final Path folder;
  private final int rounds;
  private final double seconds;
  private final List<Row> rows = new ArrayList<>();

  private Against(Path folder, int rounds, double seconds) {
    this.folder = folder;
    this.rounds = rounds;
    this.seconds = seconds;
  }

  /// Compares, and writes the table.
  ///
  /// @param arguments a Python that has torch, the folder for the results, rounds, the seconds of
  ///   one, and words that a work's line must contain
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[1]));
    Against against =
        new Against(folder, Integer.parseInt(arguments[2]), Double.parseDouble(arguments[3]));
    List<String> words = List.of(arguments).subList(4, arguments.length);
    against.run(arguments[0], having(words), System.out);
  }

  /// The lines of the table that have all of some words.
  static List<Work> having(List<String> words) {
    List<Work> having = works().filter(work -> work.has(words)).toList();
    if (having.isEmpty()) {
      System.out.printf(
          "No work has the words %s: one is %s.%n",
          words, works().findFirst().orElseThrow().line());
    }
    return having;
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

  private void run(String python, List<Work> works, PrintStream out) throws IOException {
    Path script = folder.resolve("contender.py");
    try (InputStream in = Against.class.getResourceAsStream("contender.py")) {
      Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
    }
    Path errors = folder.resolve("contenders.log");
    Files.deleteIfExists(errors);
    try (Peer ours = Peer.start("longrange", ourselves(), errors);
        Peer plain = torch("torch", python, script, "default", errors);
        Peer flush = torch("torch, flushing", python, script, "flush", errors);
        Peer hand = torch("torch by hand", python, script, "hand", errors)) {
      String machine = Machine.described();
      out.printf("%s%n%s%n%s%n%n%s", machine, ours.greeting(), plain.greeting(), Row.MARKDOWN_HEAD);
      for (Work work : works) {
        System.err.printf(
            "measuring %d of %d: %s%n", works.indexOf(work) + 1, works.size(), work.line());
        Peer second = work.kind().equals("probe") ? hand : flush;
        for (Row row : compared(work, ours, List.of(plain, second))) {
          out.print(row.markdown());
          out.flush();
          rows.add(row);
        }
        write(machine, ours.greeting() + "; " + plain.greeting());
      }
    }
  }

  private static Peer torch(String name, String python, Path script, String mode, Path errors)
      throws IOException {
    return Peer.start(name, List.of(python, script.toString(), mode), errors);
  }

  private static List<String> ourselves() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--add-modules",
        "jdk.incubator.vector",
        "-Xmx2g",
        "-cp",
        System.getProperty("java.class.path"),
        Contender.class.getName());
  }

  private List<Row> compared(Work work, Peer ours, List<Peer> peers) throws IOException {
    Path numbers = folder.resolve("numbers.bin");
    Path result = folder.resolve("result.bin");
    ours.take(work, numbers);
    double[] expected = ours.result(result);
    for (Peer peer : peers) {
      peer.take(work, numbers);
      Agreement.check(work, peer.name(), expected, peer.result(result));
    }
    for (int i = 0; i < WARM_UP; i++) {
      var _ = ours.time(seconds);
    }
    List<Timing> own = new ArrayList<>();
    List<List<Timing>> theirs =
        Stream.generate(ArrayList<Timing>::new).limit(2).<List<Timing>>map(l -> l).toList();
    for (int round = 0; round < rounds; round++) {
      own.add(ours.time(seconds));
      for (int p = 0; p < peers.size(); p++) {
        theirs.get(p).add(peers.get(p).time(seconds));
      }
    }
    List<Row> compared = new ArrayList<>();
    for (int p = 0; p < peers.size(); p++) {
      compared.add(new Row(work, peers.get(p).name(), own, theirs.get(p)));
    }
    return compared;
  }

  private void write(String machine, String versions) throws IOException {
    StringBuilder markdown =
        new StringBuilder(
            "%s\n\n%s. Medians of %d rounds of %s s in turns; a ratio above 1 is faster.\n\n"
                .formatted(machine, versions, rounds, seconds));
    markdown.append(Row.MARKDOWN_HEAD);
    StringBuilder csv = new StringBuilder(Row.CSV_HEAD);
    for (Row row : rows) {
      markdown.append(row.markdown());
      csv.append(row.csv(machine, versions));
    }
    Files.writeString(folder.resolve("against-torch.md"), markdown);
    Files.writeString(folder.resolve("against-torch.csv"), csv);
  }
}
