package longrange.linalg.kernels;

import static longrange.linalg.kernels.VectorTiles64.L;
import static longrange.linalg.kernels.VectorTiles64.LANES;
import static longrange.linalg.kernels.VectorTiles64.WIDE;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/// The Vector API.
final class VectorArithmetic64 implements Arithmetic64 {
  /// Rows of a right factor that are copied into a panel before it is used, where a product is done
  /// once: read in place, rows that are a power of two apart fall on the same few lines of the
  /// cache (single precision, H=256: 84 GFLOP/s in place, 92 with 128 rows copied, 100 with 256).
  private static final int DEEP = 256;

  /// Rows of a left factor for which the right one is not worth a copy: less than a tile has.
  private static final int FEW = 3;

  private static final double[] NO_COPY = {};

  @Override
  public int lanes() {
    return L;
  }

  @Override
  public void times(int rows, int depth, int cols, Block64 a, Block64 b, Block64 start, Block64 c) {
    assert cols % L == 0 && b.step() == 1;
    Block64 left = WIDE == 2 && a.step() != 1 ? inRows(rows, depth, a) : a;
    double[] copy = rows > FEW ? new double[Math.min(depth, DEEP) * WIDE * L] : NO_COPY;
    for (int k = 0; k < depth || k == 0; k += DEEP) {
      int deep = Math.min(DEEP, depth - k);
      Block64 begin = k == 0 ? start : c;
      for (int j = 0; j < cols; ) {
        int vectors = vectors(cols - j);
        Block64 panel = b.from(k, j);
        if (rows > FEW) {
          panel = Block64.of(copy, 0, vectors * L);
          fill(panel, deep, vectors * L, b.from(k, j));
        }
        VectorTiles64.panel(
            vectors, rows, deep, left.from(0, k), panel, begin.from(0, j), c.from(0, j));
        j += vectors * L;
      }
    }
  }

  /// A copy whose rows are contiguous, for the tile that has to be sure of it.
  private static Block64 inRows(int rows, int depth, Block64 a) {
    Block64 copy = Block64.of(new double[rows * depth], 0, depth);
    for (int i = 0; i < rows; i++) {
      copy(a.from(i, 0), depth, copy.data(), copy.from(i, 0).at());
    }
    return copy;
  }

  private static void fill(Block64 panel, int depth, int width, Block64 b) {
    for (int k = 0; k < depth; k++) {
      copy(b.from(k, 0), width, panel.data(), panel.from(k, 0).at());
    }
  }

  /// Panel after panel, each row by row, so that a tile reads its panel from front to back.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Panels(int depth, int cols, double[] data) implements Packed64 {
    @Override
    public void times(int rows, Block64 a, Block64 start, Block64 c) {
      for (int j = 0; j < cols; ) {
        int vectors = vectors(cols - j);
        Block64 panel = Block64.of(data, j * depth, vectors * L);
        VectorTiles64.panel(vectors, rows, depth, a, panel, start.from(0, j), c.from(0, j));
        j += vectors * L;
      }
    }
  }

  @Override
  public Packed64 packed(int depth, int cols, Block64 b) {
    assert cols % L == 0;
    double[] data = new double[depth * cols];
    for (int j = 0; j < cols; ) {
      int width = vectors(cols - j) * L;
      for (int k = 0; k < depth; k++) {
        copy(b.from(k, j), width, data, j * depth + k * width);
      }
      j += width;
    }
    return new Panels(depth, cols, data);
  }

  private static void copy(Block64 from, int n, double[] to, int at) {
    if (from.step() == 1) {
      System.arraycopy(from.data(), from.at(), to, at, n);
      return;
    }
    for (int j = 0; j < n; j++) {
      to[at + j] = from.data()[from.at() + j * from.step()];
    }
  }

  private static int vectors(int colsLeft) {
    return colsLeft >= WIDE * L ? WIDE : 1;
  }

  @Override
  public void timesColumn(int rows, int cols, Block64 a, double[] x, double[] y) {
    int i = 0;
    for (; i + 4 <= rows; i += 4) {
      fourRowsTimesColumn(cols, a.from(i, 0), x, y, i);
    }
    for (; i < rows; i++) {
      y[i] = rowTimesColumn(cols, a.from(i, 0), x);
    }
  }

  private static void fourRowsTimesColumn(int cols, Block64 a, double[] x, double[] y, int i) {
    double[] data = a.data();
    int a0 = a.at();
    int a1 = a0 + a.row();
    int a2 = a1 + a.row();
    int a3 = a2 + a.row();
    DoubleVector s0 = DoubleVector.zero(LANES);
    DoubleVector s1 = DoubleVector.zero(LANES);
    DoubleVector s2 = DoubleVector.zero(LANES);
    DoubleVector s3 = DoubleVector.zero(LANES);
    int j = 0;
    for (; j + L <= cols; j += L) {
      DoubleVector v = DoubleVector.fromArray(LANES, x, j);
      s0 = v.fma(DoubleVector.fromArray(LANES, data, a0 + j), s0);
      s1 = v.fma(DoubleVector.fromArray(LANES, data, a1 + j), s1);
      s2 = v.fma(DoubleVector.fromArray(LANES, data, a2 + j), s2);
      s3 = v.fma(DoubleVector.fromArray(LANES, data, a3 + j), s3);
    }
    y[i] = s0.reduceLanes(VectorOperators.ADD) + rest(j, cols, data, a0, x);
    y[i + 1] = s1.reduceLanes(VectorOperators.ADD) + rest(j, cols, data, a1, x);
    y[i + 2] = s2.reduceLanes(VectorOperators.ADD) + rest(j, cols, data, a2, x);
    y[i + 3] = s3.reduceLanes(VectorOperators.ADD) + rest(j, cols, data, a3, x);
  }

  private static double rowTimesColumn(int cols, Block64 a, double[] x) {
    DoubleVector s = DoubleVector.zero(LANES);
    int j = 0;
    for (; j + L <= cols; j += L) {
      s =
          DoubleVector.fromArray(LANES, x, j)
              .fma(DoubleVector.fromArray(LANES, a.data(), a.at() + j), s);
    }
    return s.reduceLanes(VectorOperators.ADD) + rest(j, cols, a.data(), a.at(), x);
  }

  private static double rest(int from, int cols, double[] a, int at, double[] x) {
    double sum = 0;
    for (int j = from; j < cols; j++) {
      sum = Math.fma(a[at + j], x[j], sum);
    }
    return sum;
  }

  @Override
  public Units64 units(Wiring wiring) {
    return switch (wiring) {
      case RNN -> new VectorRnn64();
      case LSTM -> new VectorLstm64();
      case GRU -> new VectorGru64();
    };
  }
}
