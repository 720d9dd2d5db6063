package longrange.linalg.kernels;

/// The gates of an LSTM, for all units of a batch at once: `c' = f ∘ c + i ∘ g`, `h' = o ∘
/// tanh(c')`.
final class RowLstm64 implements Units64 {
  private final Lines64 lines = new Lines64(8);

  @Override
  public void forward(Trace64 trace, int t) {
    int n = trace.units();
    lines.reach(trace.batch(), n);
    Block64 z = trace.gates(t);
    double[] i = lines.in(0, z);
    double[] f = lines.in(1, z.from(0, n));
    double[] o = lines.in(2, z.from(0, 2 * n));
    double[] g = lines.in(3, z.from(0, 3 * n));
    double[] c = lines.in(4, trace.memory(t));
    double[] y = lines.line(5);
    double[] power = lines.line(6);
    RowExp64.sigmoid(i, power);
    RowExp64.sigmoid(f, power);
    RowExp64.sigmoid(o, power);
    RowExp64.tanh(g, power);
    remember(i, f, g, c, y);
    RowExp64.tanh(y, power);
    lines.out(i, z);
    lines.out(f, z.from(0, n));
    lines.out(o, z.from(0, 2 * n));
    lines.out(g, z.from(0, 3 * n));
    lines.out(c, trace.memory(t + 1));
    lines.out(y, trace.bent(t));
    show(o, y);
    lines.out(o, trace.read(t + 1));
  }

  /// `c' = f ∘ c + i ∘ g`, twice: what becomes of one of them is y.
  private static void remember(double[] i, double[] f, double[] g, double[] c, double[] y) {
    for (int j = 0; j < c.length; j++) {
      double next = Math.fma(f[j], c[j], i[j] * g[j]);
      c[j] = next;
      y[j] = next;
    }
  }

  /// `h' = o ∘ tanh(c')`, in the place of o.
  private static void show(double[] o, double[] y) {
    for (int j = 0; j < o.length; j++) {
      o[j] *= y[j];
    }
  }

  @Override
  public void backward(Trace64 trace, int t, int rows, Block64 dh, Block64 carried, Block64 dz) {
    int n = trace.units();
    lines.reach(rows, n);
    Block64 z = trace.forRows(rows, trace.gates(t));
    double[] o = lines.in(2, z.from(0, 2 * n));
    double[] y = lines.in(5, trace.forRows(rows, trace.bent(t)));
    double[] d = lines.in(6, dh);
    double[] dc = lines.in(7, carried);
    throughOutput(o, y, d, dc);
    lines.out(d, dz.from(0, 2 * n));
    double[] i = lines.in(0, z);
    double[] f = lines.in(1, z.from(0, n));
    double[] g = lines.in(3, z.from(0, 3 * n));
    double[] c = lines.in(4, trace.forRows(rows, trace.memory(t)));
    throughMemory(i, f, g, c, dc);
    lines.out(i, dz);
    lines.out(f, dz.from(0, n));
    lines.out(g, dz.from(0, 3 * n));
    lines.out(dc, carried);
  }

  /// `do` in the place of dh, and the adjoint of `c'` in the place of what was carried.
  private static void throughOutput(double[] o, double[] y, double[] d, double[] dc) {
    for (int j = 0; j < o.length; j++) {
      double dh = Tiny64.flushed(d[j]);
      dc[j] = dh * o[j] * (1 - y[j] * y[j]) + dc[j];
      d[j] = dh * y[j] * o[j] * (1 - o[j]);
    }
  }

  /// `di`, `df`, `dg` and the adjoint of c, each in the place of its own.
  private static void throughMemory(double[] i, double[] f, double[] g, double[] c, double[] dc) {
    for (int j = 0; j < i.length; j++) {
      double di = dc[j] * g[j] * i[j] * (1 - i[j]);
      double df = dc[j] * c[j] * f[j] * (1 - f[j]);
      double dg = dc[j] * i[j] * (1 - g[j] * g[j]);
      dc[j] = Tiny64.flushed(dc[j] * f[j]);
      i[j] = di;
      f[j] = df;
      g[j] = dg;
    }
  }
}
