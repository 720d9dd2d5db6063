// Generated from RowGru64.java. Change that one, then run: java lib/core/src/test/java/longrange/linalg/kernels/SinglePrecision.java
package longrange.linalg.kernels;

/// The gates of a GRU, unit by unit: `h' = z ∘ h + (1 - z) ∘ tanh(x + r ∘ u)`.
record RowGru32() implements Units32 {
  @Override
  public void forward(Trace32 trace, int t) {
    for (int row = 0; row < trace.batch(); row++) {
      forward(
          trace,
          trace.gates(t).from(row, 0).at(),
          trace.bent(t).from(row, 0).at(),
          trace.read(t).from(row, 0).at(),
          trace.read(t + 1).from(row, 0).at());
    }
  }

  private static void forward(Trace32 trace, int at, int bent, int before, int after) {
    int n = trace.units();
    float[] z = trace.z();
    for (int j = 0; j < n; j++) {
      float r = Exp32.sigmoid(z[at + n + j]);
      float kept = Exp32.sigmoid(z[at + 2 * n + j]);
      float y = Exp32.tanh(Math.fma(r, z[at + j], z[at + 3 * n + j]));
      z[at + n + j] = r;
      z[at + 2 * n + j] = kept;
      trace.y()[bent + j] = y;
      trace.a()[after + j] = Math.fma(kept, trace.a()[before + j] - y, y);
    }
  }

  @Override
  public void backward(Trace32 trace, int t, int rows, Block32 dh, Block32 carried, Block32 dz) {
    int zStep = trace.rowStep(rows, trace.gateCols());
    int yStep = trace.rowStep(rows, trace.units());
    int aStep = trace.rowStep(rows, trace.readCols());
    for (int row = 0; row < rows; row++) {
      int gates = trace.gates(t).at() + row * zStep;
      int bent = trace.bent(t).at() + row * yStep;
      int before = trace.read(t).at() + row * aStep;
      backward(trace, gates, bent, before, dh.from(row, 0), carried.from(row, 0), dz.from(row, 0));
    }
  }

  private static void backward(
      Trace32 trace, int at, int bent, int before, Block32 dh, Block32 carried, Block32 dz) {
    int n = trace.units();
    float[] z = trace.z();
    float[] dzs = dz.data();
    int to = dz.at();
    for (int j = 0; j < n; j++) {
      float r = z[at + n + j];
      float kept = z[at + 2 * n + j];
      float y = trace.y()[bent + j];
      float d = Tiny32.flushed(dh.data()[dh.at() + j]);
      float candidate = d * (1 - kept) * (1 - y * y);
      dzs[to + j] = candidate * r;
      dzs[to + n + j] = candidate * z[at + j] * r * (1 - r);
      dzs[to + 2 * n + j] = d * (trace.a()[before + j] - y) * kept * (1 - kept);
      dzs[to + 3 * n + j] = candidate;
      carried.data()[carried.at() + j] = d * kept;
    }
  }
}
