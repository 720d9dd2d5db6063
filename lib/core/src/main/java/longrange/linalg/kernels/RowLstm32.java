// Generated from RowLstm64.java. Change that one, then run: java lib/core/src/test/java/longrange/linalg/kernels/SinglePrecision.java
package longrange.linalg.kernels;

/// The gates of an LSTM, unit by unit: `c' = f ∘ c + i ∘ g`, `h' = o ∘ tanh(c')`.
record RowLstm32() implements Units32 {
  @Override
  public void forward(Trace32 trace, int t) {
    for (int row = 0; row < trace.batch(); row++) {
      forward(
          trace,
          trace.gates(t).from(row, 0).at(),
          trace.memory(t).from(row, 0).at(),
          trace.memory(t + 1).from(row, 0).at(),
          trace.bent(t).from(row, 0).at(),
          trace.read(t + 1).from(row, 0).at());
    }
  }

  private static void forward(Trace32 trace, int at, int before, int after, int bent, int shown) {
    int n = trace.units();
    float[] z = trace.z();
    for (int j = 0; j < n; j++) {
      float i = Exp32.sigmoid(z[at + j]);
      float f = Exp32.sigmoid(z[at + n + j]);
      float o = Exp32.sigmoid(z[at + 2 * n + j]);
      float g = Exp32.tanh(z[at + 3 * n + j]);
      float c = Math.fma(f, trace.c()[before + j], i * g);
      float y = Exp32.tanh(c);
      z[at + j] = i;
      z[at + n + j] = f;
      z[at + 2 * n + j] = o;
      z[at + 3 * n + j] = g;
      trace.c()[after + j] = c;
      trace.y()[bent + j] = y;
      trace.a()[shown + j] = o * y;
    }
  }

  @Override
  public void backward(Trace32 trace, int t, int rows, Block32 dh, Block32 carried, Block32 dz) {
    int zStep = trace.rowStep(rows, trace.gateCols());
    int cStep = trace.rowStep(rows, trace.units());
    for (int row = 0; row < rows; row++) {
      int gates = trace.gates(t).at() + row * zStep;
      int bent = trace.bent(t).at() + row * cStep;
      int before = trace.memory(t).at() + row * cStep;
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
      float i = z[at + j];
      float f = z[at + n + j];
      float o = z[at + 2 * n + j];
      float g = z[at + 3 * n + j];
      float y = trace.y()[bent + j];
      float d = Tiny32.flushed(dh.data()[dh.at() + j]);
      float dc = d * o * (1 - y * y) + carried.data()[carried.at() + j];
      dzs[to + j] = dc * g * i * (1 - i);
      dzs[to + n + j] = dc * trace.c()[before + j] * f * (1 - f);
      dzs[to + 2 * n + j] = d * y * o * (1 - o);
      dzs[to + 3 * n + j] = dc * i * (1 - g * g);
      carried.data()[carried.at() + j] = Tiny32.flushed(dc * f);
    }
  }
}
