package longrange.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// One line of the table: a work, ours beside one peer.
///
/// @param work what was done
/// @param peer the other
/// @param ours our rounds
/// @param theirs the peer's rounds, each from right after one of ours
record Row(Work work, String peer, List<Timing> ours, List<Timing> theirs) {
  static final String MARKDOWN_HEAD =
      """
      | work | precision | H | T | B | threads | ours, ms | peer | peer, ms | ratio | minimum | maximum | of the fastest |
      |---|---|---|---|---|---|---|---|---|---|---|---|---|
      """;

  static final String CSV_HEAD =
      "work,precision,H,T,B,threads,ours_ms,peer,peer_ms,ratio,minimum,maximum,ratio_of_fastest,machine,versions\n";

  /// How many times as fast as the peer: of the medians over all rounds.
  double ratio() {
    return median(theirs) / median(ours);
  }

  /// How many times as fast when nothing disturbs: of the fastest times over all rounds.
  double atBest() {
    return fastest(theirs) / fastest(ours);
  }

  private static double median(List<Timing> rounds) {
    return Statistics.median(rounds.stream().map(Timing::median).toList());
  }

  private static double fastest(List<Timing> rounds) {
    return rounds.stream().mapToDouble(Timing::fastest).min().orElseThrow();
  }

  /// The smallest ratio of one round.
  double least() {
    return rounds().min().orElseThrow();
  }

  /// The largest ratio of one round.
  double most() {
    return rounds().max().orElseThrow();
  }

  private DoubleStream rounds() {
    return IntStream.range(0, ours.size())
        .mapToDouble(i -> theirs.get(i).median() / ours.get(i).median());
  }

  String markdown() {
    return "| " + String.join(" | ", fields()) + " |\n";
  }

  /// With where it was measured, and what: in every line, so that tables can be joined.
  String csv(String machine, String versions) {
    return Stream.concat(fields().stream(), Stream.of(machine, versions))
            .map(field -> field.contains(",") ? '"' + field + '"' : field)
            .collect(Collectors.joining(","))
        + "\n";
  }

  private List<String> fields() {
    return List.of(
        work.cell() + " " + work.kind(),
        work.precision().name().toLowerCase(Locale.ROOT),
        Integer.toString(work.units()),
        Integer.toString(work.steps()),
        Integer.toString(work.batch()),
        Integer.toString(work.threads()),
        digits(median(ours)),
        peer,
        digits(median(theirs)),
        digits(ratio()),
        digits(least()),
        digits(most()),
        digits(atBest()));
  }

  private static String digits(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
