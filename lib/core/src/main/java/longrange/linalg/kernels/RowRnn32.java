// Generated from RowRnn64.java. Change that one, then run: java lib/core/src/test/java/longrange/linalg/kernels/SinglePrecision.java
package longrange.linalg.kernels;

/// `h' = tanh(z)`, for all units of a batch at once.
final class RowRnn32 implements Units32 {
  private final Lines32 lines = new Lines32(2);

  @Override
  public void forward(Trace32 trace, int t) {
    lines.reach(trace.batch(), trace.units());
    float[] h = lines.in(0, trace.gates(t));
    RowExp32.tanh(h, lines.line(1));
    lines.out(h, trace.gates(t));
    lines.out(h, trace.read(t + 1));
  }

  @Override
  public void backward(Trace32 trace, int t, int rows, Block32 dh, Block32 carried, Block32 dz) {
    lines.reach(rows, trace.units());
    float[] h = lines.in(0, trace.forRows(rows, trace.gates(t)));
    float[] d = lines.in(1, dh);
    throughTanh(h, d);
    lines.out(d, dz);
  }

  private static void throughTanh(float[] h, float[] d) {
    for (int j = 0; j < h.length; j++) {
      d[j] = Tiny32.flushed(d[j] * (1 - h[j] * h[j]));
    }
  }
}
