// Generated from RowLstm64.java. Change that one, then run: java lib/core/src/test/java/longrange/linalg/kernels/SinglePrecision.java
package longrange.linalg.kernels;

/// The gates of an LSTM, for all units of a batch at once: `c' = f ∘ c + i ∘ g`, `h' = o ∘
/// tanh(c')`.
final class RowLstm32 implements Units32 {
  private final Lines32 lines = new Lines32(8);

  @Override
  public void forward(Trace32 trace, int t) {
    int n = trace.units();
    lines.reach(trace.batch(), n);
    Block32 z = trace.gates(t);
    float[] i = lines.in(0, z);
    float[] f = lines.in(1, z.from(0, n));
    float[] o = lines.in(2, z.from(0, 2 * n));
    float[] g = lines.in(3, z.from(0, 3 * n));
    float[] c = lines.in(4, trace.memory(t));
    float[] y = lines.line(5);
    float[] power = lines.line(6);
    RowExp32.sigmoid(i, power);
    RowExp32.sigmoid(f, power);
    RowExp32.sigmoid(o, power);
    RowExp32.tanh(g, power);
    remember(i, f, g, c, y);
    RowExp32.tanh(y, power);
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
  private static void remember(float[] i, float[] f, float[] g, float[] c, float[] y) {
    for (int j = 0; j < c.length; j++) {
      float next = Math.fma(f[j], c[j], i[j] * g[j]);
      c[j] = next;
      y[j] = next;
    }
  }

  /// `h' = o ∘ tanh(c')`, in the place of o.
  private static void show(float[] o, float[] y) {
    for (int j = 0; j < o.length; j++) {
      o[j] *= y[j];
    }
  }

  @Override
  public void backward(Trace32 trace, int t, int rows, Block32 dh, Block32 carried, Block32 dz) {
    int n = trace.units();
    lines.reach(rows, n);
    Block32 z = trace.forRows(rows, trace.gates(t));
    float[] o = lines.in(2, z.from(0, 2 * n));
    float[] y = lines.in(5, trace.forRows(rows, trace.bent(t)));
    float[] d = lines.in(6, dh);
    float[] dc = lines.in(7, carried);
    throughOutput(o, y, d, dc);
    lines.out(d, dz.from(0, 2 * n));
    float[] i = lines.in(0, z);
    float[] f = lines.in(1, z.from(0, n));
    float[] g = lines.in(3, z.from(0, 3 * n));
    float[] c = lines.in(4, trace.forRows(rows, trace.memory(t)));
    throughMemory(i, f, g, c, dc);
    lines.out(i, dz);
    lines.out(f, dz.from(0, n));
    lines.out(g, dz.from(0, 3 * n));
    lines.out(dc, carried);
  }

  /// `do` in the place of dh, and the adjoint of `c'` in the place of what was carried.
  private static void throughOutput(float[] o, float[] y, float[] d, float[] dc) {
    for (int j = 0; j < o.length; j++) {
      float dh = Tiny32.flushed(d[j]);
      dc[j] = dh * o[j] * (1 - y[j] * y[j]) + dc[j];
      d[j] = dh * y[j] * o[j] * (1 - o[j]);
    }
  }

  /// `di`, `df`, `dg` and the adjoint of c, each in the place of its own.
  private static void throughMemory(float[] i, float[] f, float[] g, float[] c, float[] dc) {
    for (int j = 0; j < i.length; j++) {
      float di = dc[j] * g[j] * i[j] * (1 - i[j]);
      float df = dc[j] * c[j] * f[j] * (1 - f[j]);
      float dg = dc[j] * i[j] * (1 - g[j] * g[j]);
      dc[j] = Tiny32.flushed(dc[j] * f[j]);
      i[j] = di;
      f[j] = df;
      g[j] = dg;
    }
  }
}
