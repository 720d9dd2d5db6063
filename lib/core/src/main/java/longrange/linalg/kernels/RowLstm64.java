package longrange.linalg.kernels;

/// The gates of an LSTM, unit by unit: `c' = f ∘ c + i ∘ g`, `h' = o ∘ tanh(c')`.
record RowLstm64() implements Units64 {
  @Override
  public void forward(Trace64 trace, int t) {
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

  private static void forward(Trace64 trace, int at, int before, int after, int bent, int shown) {
    int n = trace.units();
    double[] z = trace.z();
    for (int j = 0; j < n; j++) {
      double i = Exp64.sigmoid(z[at + j]);
      double f = Exp64.sigmoid(z[at + n + j]);
      double o = Exp64.sigmoid(z[at + 2 * n + j]);
      double g = Exp64.tanh(z[at + 3 * n + j]);
      double c = Math.fma(f, trace.c()[before + j], i * g);
      double y = Exp64.tanh(c);
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
  public void backward(Trace64 trace, int t, int rows, Block64 dh, Block64 carried, Block64 dz) {
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
      Trace64 trace, int at, int bent, int before, Block64 dh, Block64 carried, Block64 dz) {
    int n = trace.units();
    double[] z = trace.z();
    double[] dzs = dz.data();
    int to = dz.at();
    for (int j = 0; j < n; j++) {
      double i = z[at + j];
      double f = z[at + n + j];
      double o = z[at + 2 * n + j];
      double g = z[at + 3 * n + j];
      double y = trace.y()[bent + j];
      double d = Tiny64.flushed(dh.data()[dh.at() + j]);
      double dc = d * o * (1 - y * y) + carried.data()[carried.at() + j];
      dzs[to + j] = dc * g * i * (1 - i);
      dzs[to + n + j] = dc * trace.c()[before + j] * f * (1 - f);
      dzs[to + 2 * n + j] = d * y * o * (1 - o);
      dzs[to + 3 * n + j] = dc * i * (1 - g * g);
      carried.data()[carried.at() + j] = Tiny64.flushed(dc * f);
    }
  }
}
