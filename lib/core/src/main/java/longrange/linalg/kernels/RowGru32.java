// Generated from RowGru64.java. Change that one, then run: java lib/core/src/test/java/longrange/linalg/kernels/SinglePrecision.java
package longrange.linalg.kernels;

/// The gates of a GRU, for all units of a batch at once: `h' = z ∘ h + (1 - z) ∘ tanh(x + r ∘ u)`.
final class RowGru32 implements Units32 {
  private final Lines32 lines = new Lines32(6);

  @Override
  public void forward(Trace32 trace, int t) {
    int n = trace.units();
    lines.reach(trace.batch(), n);
    Block32 z = trace.gates(t);
    float[] u = lines.in(0, z);
    float[] r = lines.in(1, z.from(0, n));
    float[] kept = lines.in(2, z.from(0, 2 * n));
    float[] y = lines.in(3, z.from(0, 3 * n));
    float[] h = lines.in(4, trace.read(t));
    float[] power = lines.line(5);
    RowExp32.sigmoid(r, power);
    RowExp32.sigmoid(kept, power);
    candidate(u, r, y);
    RowExp32.tanh(y, power);
    mix(kept, y, h);
    lines.out(r, z.from(0, n));
    lines.out(kept, z.from(0, 2 * n));
    lines.out(y, trace.bent(t));
    lines.out(h, trace.read(t + 1));
  }

  /// `x + r ∘ u`, in the place of x.
  private static void candidate(float[] u, float[] r, float[] x) {
    for (int j = 0; j < x.length; j++) {
      x[j] = Math.fma(r[j], u[j], x[j]);
    }
  }

  /// `h' = z ∘ (h - h̃) + h̃`, in the place of h.
  private static void mix(float[] kept, float[] y, float[] h) {
    for (int j = 0; j < h.length; j++) {
      h[j] = Math.fma(kept[j], h[j] - y[j], y[j]);
    }
  }

  @Override
  public void backward(Trace32 trace, int t, int rows, Block32 dh, Block32 carried, Block32 dz) {
    int n = trace.units();
    lines.reach(rows, n);
    Block32 z = trace.forRows(rows, trace.gates(t));
    float[] kept = lines.in(2, z.from(0, 2 * n));
    float[] y = lines.in(3, trace.forRows(rows, trace.bent(t)));
    float[] h = lines.in(4, trace.forRows(rows, trace.read(t)));
    float[] d = lines.in(5, dh);
    throughMix(kept, y, h, d);
    lines.out(h, dz.from(0, 2 * n));
    lines.out(y, dz.from(0, 3 * n));
    lines.out(d, carried);
    float[] u = lines.in(0, z);
    float[] r = lines.in(1, z.from(0, n));
    throughReset(u, r, y);
    lines.out(u, dz);
    lines.out(r, dz.from(0, n));
  }

  /// The adjoint of z in the place of h, that of the candidate in its own, and in the place of dh
  /// what h hands back directly.
  private static void throughMix(float[] kept, float[] y, float[] h, float[] d) {
    for (int j = 0; j < y.length; j++) {
      float dh = Tiny32.flushed(d[j]);
      float open = 1 - kept[j];
      h[j] = dh * (h[j] - y[j]) * kept[j] * open;
      y[j] = dh * open * (1 - y[j] * y[j]);
      d[j] = dh * kept[j];
    }
  }

  /// From the candidate's adjoint to those of u and r, each in the place of its own.
  private static void throughReset(float[] u, float[] r, float[] d) {
    for (int j = 0; j < u.length; j++) {
      float du = d[j] * r[j];
      r[j] = d[j] * u[j] * r[j] * (1 - r[j]);
      u[j] = du;
    }
  }
}
