package longrange.linalg;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/// Input sequences, time-major: a list of T matrices, (B,d) each.
public final class Sequences {
  private Sequences() {}

  /// No input: T times a zero matrix.
  public static List<DMatrixRMaj> zeros(int steps, int batch, int d) {
    return IntStream.range(0, steps).mapToObj(t -> new DMatrixRMaj(batch, d)).toList();
  }

  /// White noise: every entry normal with mean 0, drawn in the order of time, row, column.
  public static List<DMatrixRMaj> gaussian(
      int steps, int batch, int d, double deviation, RandomGenerator random) {
    return IntStream.range(0, steps)
        .mapToObj(t -> Matrices.gaussian(batch, d, deviation, random))
        .toList();
  }
}
