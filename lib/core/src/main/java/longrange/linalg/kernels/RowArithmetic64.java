package longrange.linalg.kernels;

/// Plain Java, written so that C2 makes vectors of it by itself.
///
/// C2 does so for `c[j] = fma(x, b[j], c[j])` where each row is an array of its own that begins at
/// 0, and not where rows are parts of one array, which it must suppose to overlap (12 GFLOP/s). So
/// a factor is packed into row arrays, each row of a result grows in one of its own, and each pass
/// takes four rows of the factor to four of the result. In single precision on an EPYC of 2022 that
/// gives 63 GFLOP/s; four rows to two 55, two to four 49, eight to one 38, four to one 36. Below a
/// hundred columns it is half as much, for C2 begins and ends each loop without vectors.
final class RowArithmetic64 implements Arithmetic64 {
  /// Rows of a result that grow at once.
  private static final int ROWS = 4;

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
      double[][] sums = new double[ROWS][cols];
      int[] at = new int[ROWS];
      for (int i = 0; i < rows; i += ROWS) {
        for (int r = 0; r < ROWS; r++) {
          int row = Math.min(i + r, rows - 1); // past the last row it is that one again
          at[r] = a.from(row, 0).at();
          System.arraycopy(start.data(), start.from(row, 0).at(), sums[r], 0, cols);
        }
        addRows(a.data(), at, a.step(), sums);
        for (int r = 0; r < ROWS && i + r < rows; r++) {
          System.arraycopy(sums[r], 0, c.data(), c.from(i + r, 0).at(), cols);
        }
      }
    }

    private void addRows(double[] x, int[] at, int step, double[][] sums) {
      int k = 0;
      for (; k + 4 <= b.length; k += 4) {
        addFour(
            x,
            at[0] + k * step,
            at[1] + k * step,
            at[2] + k * step,
            at[3] + k * step,
            step,
            b[k],
            b[k + 1],
            b[k + 2],
            b[k + 3],
            sums[0],
            sums[1],
            sums[2],
            sums[3]);
      }
      for (; k < b.length; k++) {
        for (int r = 0; r < ROWS; r++) {
          addOne(x[at[r] + k * step], b[k], sums[r]);
        }
      }
    }
  }

  /// Adds four rows of b, each times a number, to four rows of the result.
  private static void addFour(
      double[] x,
      int at0,
      int at1,
      int at2,
      int at3,
      int step,
      double[] b0,
      double[] b1,
      double[] b2,
      double[] b3,
      double[] c0,
      double[] c1,
      double[] c2,
      double[] c3) {
    double x00 = x[at0];
    double x01 = x[at0 + step];
    double x02 = x[at0 + 2 * step];
    double x03 = x[at0 + 3 * step];
    double x10 = x[at1];
    double x11 = x[at1 + step];
    double x12 = x[at1 + 2 * step];
    double x13 = x[at1 + 3 * step];
    double x20 = x[at2];
    double x21 = x[at2 + step];
    double x22 = x[at2 + 2 * step];
    double x23 = x[at2 + 3 * step];
    double x30 = x[at3];
    double x31 = x[at3 + step];
    double x32 = x[at3 + 2 * step];
    double x33 = x[at3 + 3 * step];
    for (int j = 0; j < c0.length; j++) {
      // All is loaded before anything is stored: what lies in b might have changed by that.
      double y0 = b0[j];
      double y1 = b1[j];
      double y2 = b2[j];
      double y3 = b3[j];
      double s0 = Math.fma(x01, y1, Math.fma(x00, y0, c0[j]));
      double s1 = Math.fma(x11, y1, Math.fma(x10, y0, c1[j]));
      double s2 = Math.fma(x21, y1, Math.fma(x20, y0, c2[j]));
      double s3 = Math.fma(x31, y1, Math.fma(x30, y0, c3[j]));
      s0 = Math.fma(x03, y3, Math.fma(x02, y2, s0));
      s1 = Math.fma(x13, y3, Math.fma(x12, y2, s1));
      s2 = Math.fma(x23, y3, Math.fma(x22, y2, s2));
      s3 = Math.fma(x33, y3, Math.fma(x32, y2, s3));
      c0[j] = s0;
      c1[j] = s1;
      c2[j] = s2;
      c3[j] = s3;
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
  public Units64 units(Wiring wiring) {
    return switch (wiring) {
      case RNN -> new RowRnn64();
      case LSTM -> new RowLstm64();
      case GRU -> new RowGru64();
    };
  }
}
