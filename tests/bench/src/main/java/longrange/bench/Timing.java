package longrange.bench;

import java.util.List;

/// How long a work took, done again and again for a while.
///
/// @param median in milliseconds: what a user waits
/// @param fastest in milliseconds: what the machine can do, for what disturbs only makes it slower
record Timing(double median, double fastest) {
  static Timing of(List<Double> milliseconds) {
    List<Double> sorted = milliseconds.stream().sorted().toList();
    return new Timing(Statistics.median(sorted), sorted.getFirst());
  }

  /// Reads what [#toString] has written.
  static Timing of(String line) {
    int cut = line.indexOf(' ');
    return new Timing(
        Double.parseDouble(line.substring(0, cut)), Double.parseDouble(line.substring(cut + 1)));
  }

  @Override
  public String toString() {
    return median + " " + fastest;
  }
}
