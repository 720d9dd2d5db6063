package longrange.linalg.kernels;

/// `h' = tanh(z)`, unit by unit.
record RowRnn64() implements Units64 {
  @Override
  public void forward(Trace64 trace, int t) {
    for (int row = 0; row < trace.batch(); row++) {
      int z = trace.gates(t).from(row, 0).at();
      int after = trace.read(t + 1).from(row, 0).at();
      for (int j = 0; j < trace.units(); j++) {
        double h = Exp64.tanh(trace.z()[z + j]);
        trace.z()[z + j] = h;
        trace.a()[after + j] = h;
      }
    }
  }

  @Override
  public void backward(Trace64 trace, int t, int rows, Block64 dh, Block64 carried, Block64 dz) {
    int step = trace.rowStep(rows, trace.gateCols());
    for (int row = 0; row < rows; row++) {
      int z = trace.gates(t).at() + row * step;
      int from = dh.from(row, 0).at();
      int to = dz.from(row, 0).at();
      for (int j = 0; j < trace.units(); j++) {
        double h = trace.z()[z + j];
        dz.data()[to + j] = Tiny64.flushed(dh.data()[from + j] * (1 - h * h));
      }
    }
  }
}
