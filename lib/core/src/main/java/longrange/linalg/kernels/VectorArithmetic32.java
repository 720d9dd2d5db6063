// Generated from VectorArithmetic64.java. Change that one, then run: java lib/core/src/test/java/longrange/linalg/kernels/SinglePrecision.java
package longrange.linalg.kernels;

import static longrange.linalg.kernels.VectorTiles32.L;
import static longrange.linalg.kernels.VectorTiles32.LANES;
import static longrange.linalg.kernels.VectorTiles32.WIDE;

import jdk.incubator.vector.FloatVector;

/// The Vector API.
final class VectorArithmetic32 implements Arithmetic32 {
  private static final int DEEP = 256;

  @Override
  public int lanes() {
    return L;
  }

  @Override
  public void times(int rows, int depth, int cols, Block32 a, Block32 b, Block32 start, Block32 c) {
    assert cols % L == 0;
    float[] copy = new float[Math.min(depth, DEEP) * WIDE * L];
    for (int k = 0; k < depth || k == 0; k += DEEP) {
      int deep = Math.min(DEEP, depth - k);
      Block32 begin = k == 0 ? start : c;
      for (int j = 0; j < cols; ) {
        int vectors = vectors(cols - j);
        Block32 panel = Block32.of(copy, 0, vectors * L);
        fill(panel, deep, vectors * L, b.from(k, j));
        VectorTiles32.panel(
            vectors, rows, deep, a.from(0, k), panel, begin.from(0, j), c.from(0, j));
        j += vectors * L;
      }
    }
  }

  private static void fill(Block32 panel, int depth, int width, Block32 b) {
    for (int k = 0; k < depth; k++) {
      copy(b.from(k, 0), width, panel.data(), panel.from(k, 0).at());
    }
  }

  /// Panel after panel, each row by row, so that a tile reads its panel from front to back.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Panels(int depth, int cols, float[] data) implements Packed32 {
    @Override
    public void times(int rows, Block32 a, Block32 start, Block32 c) {
      for (int j = 0; j < cols; ) {
        int vectors = vectors(cols - j);
        Block32 panel = Block32.of(data, j * depth, vectors * L);
        VectorTiles32.panel(vectors, rows, depth, a, panel, start.from(0, j), c.from(0, j));
        j += vectors * L;
      }
    }
  }

  @Override
  public Packed32 packed(int depth, int cols, Block32 b) {
    assert cols % L == 0;
    float[] data = new float[depth * cols];
    for (int j = 0; j < cols; ) {
      int width = vectors(cols - j) * L;
      for (int k = 0; k < depth; k++) {
        copy(b.from(k, j), width, data, j * depth + k * width);
      }
      j += width;
    }
    return new Panels(depth, cols, data);
  }

  private static void copy(Block32 from, int n, float[] to, int at) {
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
  public void tanh(float[] x, int from, float[] y, int to, int n) {
    int j = 0;
    for (; j + L <= n; j += L) {
      VectorExp32.tanh(FloatVector.fromArray(LANES, x, from + j)).intoArray(y, to + j);
    }
    for (; j < n; j++) {
      y[to + j] = Exp32.tanh(x[from + j]);
    }
  }

  @Override
  public void sigmoid(float[] x, int from, float[] y, int to, int n) {
    int j = 0;
    for (; j + L <= n; j += L) {
      VectorExp32.sigmoid(FloatVector.fromArray(LANES, x, from + j)).intoArray(y, to + j);
    }
    for (; j < n; j++) {
      y[to + j] = Exp32.sigmoid(x[from + j]);
    }
  }

  @Override
  public void exp(float[] x, int from, float[] y, int to, int n) {
    int j = 0;
    for (; j + L <= n; j += L) {
      VectorExp32.exp(FloatVector.fromArray(LANES, x, from + j)).intoArray(y, to + j);
    }
    for (; j < n; j++) {
      y[to + j] = Exp32.exp(x[from + j]);
    }
  }

  @Override
  public Units32 units(Wiring wiring) {
    return switch (wiring) {
      case RNN -> new VectorRnn32(this);
      case LSTM -> new VectorLstm32(this);
      case GRU -> new VectorGru32(this);
    };
  }
}
