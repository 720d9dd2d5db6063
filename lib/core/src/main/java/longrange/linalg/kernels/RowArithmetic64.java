package longrange.linalg.kernels;

import java.util.Arrays;

/// Plain Java, written so that C2 makes vectors of it by itself.
///
/// C2 does so for `c[j] = fma(x, b[j], c[j])` where each row is an array of its own that begins at
/// 0, and not where rows are parts of one array, which it must suppose to overlap (12 GFLOP/s). So
/// a factor is packed into row arrays, each row of a result grows in one of its own, and each pass
/// takes four rows of the factor to two of the result. In single precision on an EPYC of 2022, four
/// rows to one gave 36 GFLOP/s, eight to one 38, four to two 58, four to four 38.
final class RowArithmetic64 implements Arithmetic64 {
  @Override
  public int lanes() {
    return 1;
  }

  @Override
  public void times(int rows, int depth, int cols, Block64 a, Block64 b, Block64 start, Block64 c) {
    packed(depth, cols, b).times(rows, a, start, c);
  }

  @Override
  public Packed64 packed(int depth, int cols, Block64 b) {
    double[][] packed = new double[depth][cols];
    for (int k = 0; k < depth; k++) {
      Block64 row = b.from(k, 0);
      for (int j = 0; j < cols; j++) {
        packed[k][j] = row.data()[row.at() + j * row.step()];
      }
    }
    return new Rows(packed, cols);
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Rows(double[][] b, int cols) implements Packed64 {
    @Override
    public void times(int rows, Block64 a, Block64 start, Block64 c) {
      double[] sum = new double[cols];
      double[] next = new double[cols];
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

    private static void copy(Block64 row, double[] sum) {
      System.arraycopy(row.data(), row.at(), sum, 0, sum.length);
    }

    private void addTwoRows(Block64 a, int apart, double[] sum, double[] next) {
      double[] x = a.data();
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
      double[] x,
      int at,
      int below,
      int step,
      double[] b0,
      double[] b1,
      double[] b2,
      double[] b3,
      double[] sum,
      double[] next) {
    double x0 = x[at];
    double x1 = x[at + step];
    double x2 = x[at + 2 * step];
    double x3 = x[at + 3 * step];
    double y0 = x[below];
    double y1 = x[below + step];
    double y2 = x[below + 2 * step];
    double y3 = x[below + 3 * step];
    for (int j = 0; j < sum.length; j++) {
      double two = Math.fma(x1, b1[j], Math.fma(x0, b0[j], sum[j]));
      double nextTwo = Math.fma(y1, b1[j], Math.fma(y0, b0[j], next[j]));
      sum[j] = Math.fma(x3, b3[j], Math.fma(x2, b2[j], two));
      next[j] = Math.fma(y3, b3[j], Math.fma(y2, b2[j], nextTwo));
    }
  }

  private static void addOne(double x, double[] b, double[] sum) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] = Math.fma(x, b[j], sum[j]);
    }
  }

  /// Four sums at once: one alone would wait for itself.
  @Override
  public void timesColumn(int rows, int cols, Block64 a, double[] x, double[] y) {
    double[] data = a.data();
    for (int i = 0; i < rows; i++) {
      int at = a.from(i, 0).at();
      double s0 = 0;
      double s1 = 0;
      double s2 = 0;
      double s3 = 0;
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
  public void tanh(double[] x, int from, double[] y, int to, int n) {
    double[] some = Arrays.copyOfRange(x, from, from + n);
    RowExp64.tanh(some, new double[n]);
    System.arraycopy(some, 0, y, to, n);
  }

  @Override
  public void sigmoid(double[] x, int from, double[] y, int to, int n) {
    double[] some = Arrays.copyOfRange(x, from, from + n);
    RowExp64.sigmoid(some, new double[n]);
    System.arraycopy(some, 0, y, to, n);
  }

  @Override
  public void exp(double[] x, int from, double[] y, int to, int n) {
    for (int j = 0; j < n; j++) {
      y[to + j] = Exp64.exp(x[from + j]);
    }
  }

  @Override
  public Units64 units(Wiring wiring) {
    return switch (wiring) {
      case RNN -> new RowRnn64();
      case LSTM -> new RowLstm64();
      case GRU -> new RowGru64();
    };
  }
}
