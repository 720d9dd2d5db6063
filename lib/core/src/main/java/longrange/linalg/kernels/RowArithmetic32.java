// Generated from RowArithmetic64.java. Change that one, then run: java lib/core/src/test/java/longrange/linalg/kernels/SinglePrecision.java
package longrange.linalg.kernels;

import java.util.Arrays;

/// Plain Java, written so that C2 makes vectors of it by itself.
///
/// C2 does so for `c[j] = fma(x, b[j], c[j])` where each row is an array of its own that begins at
/// 0, and not where rows are parts of one array, which it must suppose to overlap (12 GFLOP/s). So
/// a factor is packed into row arrays, each row of a result grows in one of its own, and each pass
/// takes four rows of the factor to two of the result. In single precision on an EPYC of 2022, four
/// rows to one gave 36 GFLOP/s, eight to one 38, four to two 58, four to four 38.
final class RowArithmetic32 implements Arithmetic32 {
  @Override
  public int lanes() {
    return 1;
  }

  @Override
  public void times(int rows, int depth, int cols, Block32 a, Block32 b, Block32 start, Block32 c) {
    packed(depth, cols, b).times(rows, a, start, c);
  }

  @Override
  public Packed32 packed(int depth, int cols, Block32 b) {
    float[][] packed = new float[depth][cols];
    for (int k = 0; k < depth; k++) {
      Block32 row = b.from(k, 0);
      for (int j = 0; j < cols; j++) {
        packed[k][j] = row.data()[row.at() + j * row.step()];
      }
    }
    return new Rows(packed, cols);
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Rows(float[][] b, int cols) implements Packed32 {
    @Override
    public void times(int rows, Block32 a, Block32 start, Block32 c) {
      float[] sum = new float[cols];
      float[] next = new float[cols];
      for (int i = 0; i < rows; i += 2) {
        // The last of an odd number of rows is its own next one: that one's sums are not used.
        int step = i + 1 < rows ? 1 : 0;
        copy(start.from(i, 0), sum);
        copy(start.from(i + step, 0), next);
        addTwoRows(a.from(i, 0), step * a.row(), sum, next);
        System.arraycopy(next, 0, c.data(), c.from(i + step, 0).at(), cols);
        System.arraycopy(sum, 0, c.data(), c.from(i, 0).at(), cols);
      }
    }

    private static void copy(Block32 row, float[] sum) {
      System.arraycopy(row.data(), row.at(), sum, 0, sum.length);
    }

    private void addTwoRows(Block32 a, int apart, float[] sum, float[] next) {
      float[] x = a.data();
      int at = a.at();
      int step = a.step();
      int k = 0;
      for (; k + 4 <= b.length; k += 4, at += 4 * step) {
        addFour(x, at, at + apart, step, b[k], b[k + 1], b[k + 2], b[k + 3], sum, next);
      }
      for (; k < b.length; k++, at += step) {
        addOne(x[at], b[k], sum);
        addOne(x[at + apart], b[k], next);
      }
    }
  }

  /// Adds four rows of b, each times a number, to two rows of the result.
  private static void addFour(
      float[] x,
      int at,
      int below,
      int step,
      float[] b0,
      float[] b1,
      float[] b2,
      float[] b3,
      float[] sum,
      float[] next) {
    float x0 = x[at];
    float x1 = x[at + step];
    float x2 = x[at + 2 * step];
    float x3 = x[at + 3 * step];
    float y0 = x[below];
    float y1 = x[below + step];
    float y2 = x[below + 2 * step];
    float y3 = x[below + 3 * step];
    for (int j = 0; j < sum.length; j++) {
      float two = Math.fma(x1, b1[j], Math.fma(x0, b0[j], sum[j]));
      float nextTwo = Math.fma(y1, b1[j], Math.fma(y0, b0[j], next[j]));
      sum[j] = Math.fma(x3, b3[j], Math.fma(x2, b2[j], two));
      next[j] = Math.fma(y3, b3[j], Math.fma(y2, b2[j], nextTwo));
    }
  }

  private static void addOne(float x, float[] b, float[] sum) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] = Math.fma(x, b[j], sum[j]);
    }
  }

  /// Four sums at once: one alone would wait for itself.
  @Override
  public void timesColumn(int rows, int cols, Block32 a, float[] x, float[] y) {
    float[] data = a.data();
    for (int i = 0; i < rows; i++) {
      int at = a.from(i, 0).at();
      float s0 = 0;
      float s1 = 0;
      float s2 = 0;
      float s3 = 0;
      int j = 0;
      for (; j + 4 <= cols; j += 4) {
        s0 = Math.fma(data[at + j], x[j], s0);
        s1 = Math.fma(data[at + j + 1], x[j + 1], s1);
        s2 = Math.fma(data[at + j + 2], x[j + 2], s2);
        s3 = Math.fma(data[at + j + 3], x[j + 3], s3);
      }
      for (; j < cols; j++) {
        s0 = Math.fma(data[at + j], x[j], s0);
      }
      y[i] = (s0 + s1) + (s2 + s3);
    }
  }

  @Override
  public void tanh(float[] x, int from, float[] y, int to, int n) {
    float[] some = Arrays.copyOfRange(x, from, from + n);
    RowExp32.tanh(some, new float[n]);
    System.arraycopy(some, 0, y, to, n);
  }

  @Override
  public void sigmoid(float[] x, int from, float[] y, int to, int n) {
    float[] some = Arrays.copyOfRange(x, from, from + n);
    RowExp32.sigmoid(some, new float[n]);
    System.arraycopy(some, 0, y, to, n);
  }

  @Override
  public void exp(float[] x, int from, float[] y, int to, int n) {
    for (int j = 0; j < n; j++) {
      y[to + j] = Exp32.exp(x[from + j]);
    }
  }

  @Override
  public Units32 units(Wiring wiring) {
    return switch (wiring) {
      case RNN -> new RowRnn32();
      case LSTM -> new RowLstm32();
      case GRU -> new RowGru32();
    };
  }
}
