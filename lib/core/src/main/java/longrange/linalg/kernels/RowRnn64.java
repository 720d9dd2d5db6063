package longrange.linalg.kernels;

/// `h' = tanh(z)`, for all units of a batch at once.
final class RowRnn64 implements Units64 {
  private final Lines64 lines = new Lines64(2);

  @Override
  public void forward(Trace64 trace, int t) {
    lines.reach(trace.batch(), trace.units());
    double[] h = lines.in(0, trace.gates(t));
    RowExp64.tanh(h, lines.line(1));
    lines.out(h, trace.gates(t));
    lines.out(h, trace.read(t + 1));
  }

  @Override
  public void backward(Trace64 trace, int t, int rows, Block64 dh, Block64 carried, Block64 dz) {
    lines.reach(rows, trace.units());
    double[] h = lines.in(0, trace.forRows(rows, trace.gates(t)));
    double[] d = lines.in(1, dh);
    throughTanh(h, d);
    lines.out(d, dz);
  }

  private static void throughTanh(double[] h, double[] d) {
    for (int j = 0; j < h.length; j++) {
      d[j] = Tiny64.flushed(d[j] * (1 - h[j] * h[j]));
    }
  }
}
