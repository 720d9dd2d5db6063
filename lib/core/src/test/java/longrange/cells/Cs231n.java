package longrange.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import longrange.linalg.Matrices;
import org.ejml.data.DMatrixRMaj;

/// How Stanford CS231n, assignment 3 of 2023, makes the inputs whose values its notebooks print.
final class Cs231n {
  /// The printed values have eight decimals.
  private static final double PRINTED = 1e-8;

  private Cs231n() {}

  /// NumPy's `linspace(from, to, rows·cols).reshape(rows, cols)`.
  static DMatrixRMaj linspace(double from, double to, int rows, int cols) {
    DMatrixRMaj m = new DMatrixRMaj(rows, cols);
    int n = rows * cols;
    for (int i = 0; i < n; i++) {
      m.set(i, from + i * (to - from) / (n - 1));
    }
    return m;
  }

  /// The same, reshaped to (batch, steps, d): batch first, as its notebooks have it.
  static List<DMatrixRMaj> sequence(double from, double to, int batch, int steps, int d) {
    DMatrixRMaj all = linspace(from, to, batch, steps * d);
    return IntStream.range(0, steps)
        .mapToObj(t -> Matrices.columns(all, t * d, (t + 1) * d))
        .toList();
  }

  static void assertRow(DMatrixRMaj m, int row, double... expected) {
    for (int j = 0; j < expected.length; j++) {
      assertEquals(expected[j], m.get(row, j), PRINTED);
    }
  }
}
