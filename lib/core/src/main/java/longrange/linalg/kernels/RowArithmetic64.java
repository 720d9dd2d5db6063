package longrange.linalg.kernels;

/// Plain Java, written so that C2 makes vectors of it by itself.
///
/// C2 does so for `c[j] = fma(x, b[j], c[j])` where each row is an array of its own that begins at
/// 0, and not where rows are parts of one array, which it must suppose to overlap (12 GFLOP/s
/// there, 40 here). So a factor is packed into row arrays, each row of a result grows in one of its
/// own, and four rows of the factor are taken a pass.
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
      for (int i = 0; i < rows; i++) {
        System.arraycopy(start.data(), start.from(i, 0).at(), sum, 0, cols);
        addRow(a.from(i, 0), sum);
        System.arraycopy(sum, 0, c.data(), c.from(i, 0).at(), cols);
      }
    }

    private void addRow(Block64 a, double[] sum) {
      double[] x = a.data();
      int at = a.at();
      int step = a.step();
      int k = 0;
      for (; k + 4 <= b.length; k += 4, at += 4 * step) {
        double x0 = x[at];
        double x1 = x[at + step];
        double x2 = x[at + 2 * step];
        double x3 = x[at + 3 * step];
        addFour(x0, x1, x2, x3, b[k], b[k + 1], b[k + 2], b[k + 3], sum);
      }
      for (; k < b.length; k++, at += step) {
        addOne(x[at], b[k], sum);
      }
    }
  }

  private static void addFour(
      double x0,
      double x1,
      double x2,
      double x3,
      double[] b0,
      double[] b1,
      double[] b2,
      double[] b3,
      double[] sum) {
    for (int j = 0; j < sum.length; j++) {
      double two = Math.fma(x1, b1[j], Math.fma(x0, b0[j], sum[j]));
      sum[j] = Math.fma(x3, b3[j], Math.fma(x2, b2[j], two));
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
    for (int j = 0; j < n; j++) {
      y[to + j] = Exp64.tanh(x[from + j]);
    }
  }

  @Override
  public void sigmoid(double[] x, int from, double[] y, int to, int n) {
    for (int j = 0; j < n; j++) {
      y[to + j] = Exp64.sigmoid(x[from + j]);
    }
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
