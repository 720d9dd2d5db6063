// Generated from VectorRnn64.java. Change that one, then run: java lib/core/src/test/java/longrange/linalg/kernels/SinglePrecision.java
package longrange.linalg.kernels;

import static longrange.linalg.kernels.VectorTiles32.L;
import static longrange.linalg.kernels.VectorTiles32.LANES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/// [RowRnn32] in vectors.
record VectorRnn32() implements Units32 {
  @Override
  public void forward(Trace32 trace, int t) {
    int n = trace.units();
    for (int row = 0; row < trace.batch(); row++) {
      Block32 z = trace.gates(t).from(row, 0);
      VectorExp32.tanh(z.data(), z.at(), z.data(), z.at(), n);
      System.arraycopy(z.data(), z.at(), trace.a(), trace.read(t + 1).from(row, 0).at(), n);
    }
  }

  @Override
  public void backward(Trace32 trace, int t, int rows, Block32 dh, Block32 carried, Block32 dz) {
    int step = trace.rowStep(rows, trace.gateCols());
    for (int row = 0; row < rows; row++) {
      int z = trace.gates(t).at() + row * step;
      backward(trace.units(), trace.z(), z, dh.from(row, 0), dz.from(row, 0));
    }
  }

  private static void backward(int n, float[] z, int zAt, Block32 dh, Block32 dz) {
    float[] dhs = dh.data();
    float[] dzs = dz.data();
    int dhAt = dh.at();
    int dzAt = dz.at();
    for (int j = 0; j < n; j += L) {
      FloatVector h = FloatVector.fromArray(LANES, z, zAt + j);
      FloatVector slope = FloatVector.broadcast(LANES, 1).sub(h.mul(h));
      flushed(FloatVector.fromArray(LANES, dhs, dhAt + j).mul(slope)).intoArray(dzs, dzAt + j);
    }
  }

  /// 0 for what is so small that its products would be subnormal, see [Tiny32].
  static FloatVector flushed(FloatVector x) {
    return x.blend(0, x.abs().compare(VectorOperators.LT, Tiny32.TINY));
  }
}
