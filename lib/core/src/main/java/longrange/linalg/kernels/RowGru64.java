package longrange.linalg.kernels;

/// The gates of a GRU, for all units of a batch at once: `h' = z ∘ h + (1 - z) ∘ tanh(x + r ∘ u)`.
final class RowGru64 implements Units64 {
  private final Lines64 lines = new Lines64(6);

  @Override
  public void forward(Trace64 trace, int t) {
    int n = trace.units();
    lines.reach(trace.batch(), n);
    Block64 z = trace.gates(t);
    double[] u = lines.in(0, z);
    double[] r = lines.in(1, z.from(0, n));
    double[] kept = lines.in(2, z.from(0, 2 * n));
    double[] y = lines.in(3, z.from(0, 3 * n));
    double[] h = lines.in(4, trace.read(t));
    double[] power = lines.line(5);
    RowExp64.sigmoid(r, power);
    RowExp64.sigmoid(kept, power);
    candidate(u, r, y);
    RowExp64.tanh(y, power);
    mix(kept, y, h);
    lines.out(r, z.from(0, n));
    lines.out(kept, z.from(0, 2 * n));
    lines.out(y, trace.bent(t));
    lines.out(h, trace.read(t + 1));
  }

  /// `x + r ∘ u`, in the place of x.
  private static void candidate(double[] u, double[] r, double[] x) {
    for (int j = 0; j < x.length; j++) {
      x[j] = Math.fma(r[j], u[j], x[j]);
    }
  }

  /// `h' = z ∘ (h - h̃) + h̃`, in the place of h.
  private static void mix(double[] kept, double[] y, double[] h) {
    for (int j = 0; j < h.length; j++) {
      h[j] = Math.fma(kept[j], h[j] - y[j], y[j]);
    }
  }

  @Override
  public void backward(Trace64 trace, int t, int rows, Block64 dh, Block64 carried, Block64 dz) {
    int n = trace.units();
    lines.reach(rows, n);
    Block64 z = trace.forRows(rows, trace.gates(t));
    double[] kept = lines.in(2, z.from(0, 2 * n));
    double[] y = lines.in(3, trace.forRows(rows, trace.bent(t)));
    double[] h = lines.in(4, trace.forRows(rows, trace.read(t)));
    double[] d = lines.in(5, dh);
    throughMix(kept, y, h, d);
    lines.out(h, dz.from(0, 2 * n));
    lines.out(y, dz.from(0, 3 * n));
    lines.out(d, carried);
    double[] u = lines.in(0, z);
    double[] r = lines.in(1, z.from(0, n));
    throughReset(u, r, y);
    lines.out(u, dz);
    lines.out(r, dz.from(0, n));
  }

  /// The adjoint of z in the place of h, that of the candidate in its own, and in the place of dh
  /// what h hands back directly.
  private static void throughMix(double[] kept, double[] y, double[] h, double[] d) {
    for (int j = 0; j < y.length; j++) {
      double dh = Tiny64.flushed(d[j]);
      double open = 1 - kept[j];
      h[j] = dh * (h[j] - y[j]) * kept[j] * open;
      y[j] = dh * open * (1 - y[j] * y[j]);
      d[j] = dh * kept[j];
    }
  }

  /// From the candidate's adjoint to those of u and r, each in the place of its own.
  private static void throughReset(double[] u, double[] r, double[] d) {
    for (int j = 0; j < u.length; j++) {
      double du = d[j] * r[j];
      r[j] = d[j] * u[j] * r[j] * (1 - r[j]);
      u[j] = du;
    }
  }
}
