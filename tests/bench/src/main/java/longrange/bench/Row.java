package longrange.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// One line of the table: a work, ours beside one peer.
///
/// @param work what was done
/// @param peer the other
/// @param ours our rounds
/// @param theirs the peer's rounds, each from right after one of ours
record Row(Work work, String peer, List<Timing> ours, List<Timing> theirs) {
  /// The columns that say which row this is stand first.
  static final List<String> COLUMNS =
      List.of(
          "work,precision,H,T,B,threads,kernels,peer,machine,ours_ms,peer_ms,ratio,minimum,maximum,ratio_of_fastest,rounds,seconds,versions,day"
              .split(","));

  static final int IDENTITY = COLUMNS.indexOf("ours_ms");

  /// Those of the Markdown table; it is headed by the others.
  private static final Map<String, String> SHOWN = shown();

  static final String MARKDOWN_HEAD =
      "| " + String.join(" | ", SHOWN.values()) + " |\n" + "|---".repeat(SHOWN.size()) + "|";

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

  private static Map<String, String> shown() {
    Map<String, String> shown = new LinkedHashMap<>();
    List.of("work", "precision", "H", "T", "B", "threads").forEach(name -> shown.put(name, name));
    shown.put("ours_ms", "ours, ms");
    shown.put("peer", "peer");
    shown.put("peer_ms", "peer, ms");
    List.of("ratio", "minimum", "maximum").forEach(name -> shown.put(name, name));
    shown.put("ratio_of_fastest", "of the fastest");
    shown.put("day", "day");
    return shown;
  }

  /// The first columns of a work's rows.
  static List<String> named(Work work) {
    return List.of(
        work.cell() + " " + work.kind(),
        work.precision().name().toLowerCase(Locale.ROOT),
        Integer.toString(work.units()),
        Integer.toString(work.steps()),
        Integer.toString(work.batch()),
        Integer.toString(work.threads()));
  }

  /// The fields of [#COLUMNS]: with where it was measured, and what, so that tables can be joined.
  List<String> fields(Conditions with) {
    List<String> fields = new ArrayList<>(named(work));
    fields.addAll(List.of(with.kernels(), peer, with.machine()));
    fields.addAll(List.of(digits(median(ours)), digits(median(theirs)), digits(ratio())));
    fields.addAll(List.of(digits(least()), digits(most()), digits(atBest())));
    fields.addAll(List.of(Integer.toString(with.rounds()), Double.toString(with.seconds())));
    fields.addAll(List.of(with.versions(), with.day()));
    return List.copyOf(fields);
  }

  /// A row of Markdown.
  ///
  /// @param fields of [#COLUMNS]
  static String markdown(List<String> fields) {
    return SHOWN.keySet().stream()
        .map(name -> field(fields, name))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  /// What stands above the rows that were measured alike.
  static String heading(List<String> fields) {
    return "%s\n\n%s. Medians of %s rounds of %s s in turns; a ratio above 1 is faster."
        .formatted(
            field(fields, "machine"),
            field(fields, "versions"),
            field(fields, "rounds"),
            field(fields, "seconds"));
  }

  private static String field(List<String> fields, String column) {
    return fields.get(COLUMNS.indexOf(column));
  }

  private static String digits(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
