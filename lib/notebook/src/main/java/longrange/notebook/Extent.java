package longrange.notebook;

import java.util.List;
import java.util.stream.DoubleStream;

/// How far the data of a figure reaches along one axis.
final class Extent {
  private Extent() {}

  static double low(List<Series> series, boolean alongX) {
    return finite(series, alongX).min().orElse(Double.NaN);
  }

  static double high(List<Series> series, boolean alongX) {
    return finite(series, alongX).max().orElse(Double.NaN);
  }

  private static DoubleStream finite(List<Series> series, boolean alongX) {
    return series.stream()
        .flatMapToDouble(one -> DoubleStream.of(alongX ? one.x() : one.y()))
        .filter(Double::isFinite);
  }
}
