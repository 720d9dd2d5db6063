package longrange.linalg.kernels;

import static longrange.linalg.kernels.VectorTiles64.L;
import static longrange.linalg.kernels.VectorTiles64.LANES;
import static longrange.linalg.kernels.VectorTiles64.WIDE;

import jdk.incubator.vector.DoubleVector;

/// The Vector API.
final class VectorArithmetic64 implements Arithmetic64 {
  private static final int DEEP = 256;

  @Override
  public int lanes() {
    return L;
  }

  @Override
  public void times(int rows, int depth, int cols, Block64 a, Block64 b, Block64 start, Block64 c) {
    assert cols % L == 0;
    double[] copy = new double[Math.min(depth, DEEP) * WIDE * L];
    for (int k = 0; k < depth || k == 0; k += DEEP) {
      int deep = Math.min(DEEP, depth - k);
      Block64 begin = k == 0 ? start : c;
      for (int j = 0; j < cols; ) {
        int vectors = vectors(cols - j);
        Block64 panel = Block64.of(copy, 0, vectors * L);
        fill(panel, deep, vectors * L, b.from(k, j));
        VectorTiles64.panel(
            vectors, rows, deep, a.from(0, k), panel, begin.from(0, j), c.from(0, j));
        j += vectors * L;
      }
    }
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
  public void tanh(double[] x, int from, double[] y, int to, int n) {
    int j = 0;
    for (; j + L <= n; j += L) {
      VectorExp64.tanh(DoubleVector.fromArray(LANES, x, from + j)).intoArray(y, to + j);
    }
    for (; j < n; j++) {
      y[to + j] = Exp64.tanh(x[from + j]);
    }
  }

  @Override
  public void sigmoid(double[] x, int from, double[] y, int to, int n) {
    int j = 0;
    for (; j + L <= n; j += L) {
      VectorExp64.sigmoid(DoubleVector.fromArray(LANES, x, from + j)).intoArray(y, to + j);
    }
    for (; j < n; j++) {
      y[to + j] = Exp64.sigmoid(x[from + j]);
    }
  }

  @Override
  public void exp(double[] x, int from, double[] y, int to, int n) {
    int j = 0;
    for (; j + L <= n; j += L) {
      VectorExp64.exp(DoubleVector.fromArray(LANES, x, from + j)).intoArray(y, to + j);
    }
    for (; j < n; j++) {
      y[to + j] = Exp64.exp(x[from + j]);
    }
  }

  @Override
  public Units64 units(Wiring wiring) {
    return switch (wiring) {
      case RNN -> new VectorRnn64(this);
      case LSTM -> new VectorLstm64(this);
      case GRU -> new VectorGru64(this);
    };
  }
}
