package longrange.bench;

import java.util.List;

/// The middle of some measurements: one that was disturbed does not move it.
final class Statistics {
  private Statistics() {}

  /// The median; of an even number the mean of the two in the middle.
  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int n = sorted.size();
    return (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
  }
}
