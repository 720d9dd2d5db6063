package longrange.linalg.kernels;

import org.ejml.data.DMatrixRMaj;

/// Between a matrix, which is double always, and an array of the one precision or the other.
final class Copies {
  private Copies() {}

  /// Copies some entries of a row into an array.
  static void in(DMatrixRMaj m, int row, int col, int n, double[] to, int at) {
    System.arraycopy(m.data, row * m.numCols + col, to, at, n);
  }

  static void in(DMatrixRMaj m, int row, int col, int n, float[] to, int at) {
    int from = row * m.numCols + col;
    for (int j = 0; j < n; j++) {
      to[at + j] = (float) m.data[from + j];
    }
  }

  /// Adds some entries of a row to those of an array.
  static void add(DMatrixRMaj m, int row, int col, int n, double[] to, int at) {
    int from = row * m.numCols + col;
    for (int j = 0; j < n; j++) {
      to[at + j] += m.data[from + j];
    }
  }

  static void add(DMatrixRMaj m, int row, int col, int n, float[] to, int at) {
    int from = row * m.numCols + col;
    for (int j = 0; j < n; j++) {
      to[at + j] += (float) m.data[from + j];
    }
  }

  /// Copies some entries of an array into a row.
  static void out(double[] from, int at, int n, DMatrixRMaj m, int row, int col) {
    System.arraycopy(from, at, m.data, row * m.numCols + col, n);
  }

  static void out(float[] from, int at, int n, DMatrixRMaj m, int row, int col) {
    int to = row * m.numCols + col;
    for (int j = 0; j < n; j++) {
      m.data[to + j] = from[at + j];
    }
  }
}
