package longrange.linalg.kernels;

import static longrange.linalg.kernels.VectorTiles64.L;
import static longrange.linalg.kernels.VectorTiles64.LANES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/// [RowRnn64] in vectors.
record VectorRnn64() implements Units64 {
  @Override
  public void forward(Trace64 trace, int t) {
    int n = trace.units();
    for (int row = 0; row < trace.batch(); row++) {
      Block64 z = trace.gates(t).from(row, 0);
      VectorExp64.tanh(z.data(), z.at(), z.data(), z.at(), n);
      System.arraycopy(z.data(), z.at(), trace.a(), trace.read(t + 1).from(row, 0).at(), n);
    }
  }

  @Override
  public void backward(Trace64 trace, int t, int rows, Block64 dh, Block64 carried, Block64 dz) {
    int step = trace.rowStep(rows, trace.gateCols());
    for (int row = 0; row < rows; row++) {
      int z = trace.gates(t).at() + row * step;
      backward(trace.units(), trace.z(), z, dh.from(row, 0), dz.from(row, 0));
    }
  }

  private static void backward(int n, double[] z, int zAt, Block64 dh, Block64 dz) {
    double[] dhs = dh.data();
    double[] dzs = dz.data();
    int dhAt = dh.at();
    int dzAt = dz.at();
    for (int j = 0; j < n; j += L) {
      DoubleVector h = DoubleVector.fromArray(LANES, z, zAt + j);
      DoubleVector slope = DoubleVector.broadcast(LANES, 1).sub(h.mul(h));
      flushed(DoubleVector.fromArray(LANES, dhs, dhAt + j).mul(slope)).intoArray(dzs, dzAt + j);
    }
  }

  /// 0 for what is so small that its products would be subnormal, see [Tiny64].
  static DoubleVector flushed(DoubleVector x) {
    return x.blend(0, x.abs().compare(VectorOperators.LT, Tiny64.TINY));
  }
}
