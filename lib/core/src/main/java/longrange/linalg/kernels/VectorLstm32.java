// Generated from VectorLstm64.java. Change that one, then run: java lib/core/src/test/java/longrange/linalg/kernels/SinglePrecision.java
package longrange.linalg.kernels;

import static longrange.linalg.kernels.VectorRnn32.flushed;
import static longrange.linalg.kernels.VectorTiles32.L;
import static longrange.linalg.kernels.VectorTiles32.LANES;

import jdk.incubator.vector.FloatVector;

/// [RowLstm32] in vectors. Every loop has a short method of its own, because C2 stops to inline in
/// a large one: with all of them in one method, a training step in single precision took 1.1 times
/// as long (B=32, T=100, H=64, one thread of an EPYC with AVX-512).
record VectorLstm32() implements Units32 {
  @Override
  public void forward(Trace32 trace, int t) {
    int n = trace.units();
    float[] z = trace.z();
    for (int row = 0; row < trace.batch(); row++) {
      int gates = trace.gates(t).from(row, 0).at();
      int before = trace.memory(t).from(row, 0).at();
      int after = trace.memory(t + 1).from(row, 0).at();
      int bent = trace.bent(t).from(row, 0).at();
      VectorExp32.sigmoid(z, gates, z, gates, 3 * n);
      VectorExp32.tanh(z, gates + 3 * n, z, gates + 3 * n, n);
      remember(n, z, gates, trace.c(), before, after);
      VectorExp32.tanh(trace.c(), after, trace.y(), bent, n);
      show(n, z, gates + 2 * n, trace.y(), bent, trace.a(), trace.read(t + 1).from(row, 0).at());
    }
  }

  /// `c' = f ∘ c + i ∘ g`.
  private static void remember(int n, float[] z, int at, float[] c, int before, int after) {
    for (int j = 0; j < n; j += L) {
      FloatVector i = FloatVector.fromArray(LANES, z, at + j);
      FloatVector f = FloatVector.fromArray(LANES, z, at + n + j);
      FloatVector g = FloatVector.fromArray(LANES, z, at + 3 * n + j);
      FloatVector old = FloatVector.fromArray(LANES, c, before + j);
      f.fma(old, i.mul(g)).intoArray(c, after + j);
    }
  }

  /// `h' = o ∘ tanh(c')`.
  private static void show(int n, float[] o, int oAt, float[] y, int yAt, float[] h, int hAt) {
    for (int j = 0; j < n; j += L) {
      FloatVector out = FloatVector.fromArray(LANES, o, oAt + j);
      out.mul(FloatVector.fromArray(LANES, y, yAt + j)).intoArray(h, hAt + j);
    }
  }

  @Override
  public void backward(Trace32 trace, int t, int rows, Block32 dh, Block32 carried, Block32 dz) {
    int n = trace.units();
    int zStep = trace.rowStep(rows, trace.gateCols());
    int cStep = trace.rowStep(rows, n);
    for (int row = 0; row < rows; row++) {
      int gates = trace.gates(t).at() + row * zStep;
      int bent = trace.bent(t).at() + row * cStep;
      int before = trace.memory(t).at() + row * cStep;
      Block32 dhs = dh.from(row, 0);
      Block32 dcs = carried.from(row, 0);
      Block32 dzs = dz.from(row, 0);
      throughOutput(n, trace, gates + 2 * n, bent, dhs, dcs, dzs.from(0, 2 * n));
      throughMemory(n, trace, gates, before, dcs, dzs);
    }
  }

  /// `do`, and the adjoint of `c'` in the place of what was carried.
  private static void throughOutput(
      int n, Trace32 trace, int oAt, int yAt, Block32 dh, Block32 dc, Block32 dz) {
    float[] z = trace.z();
    float[] y = trace.y();
    FloatVector one = FloatVector.broadcast(LANES, 1);
    for (int j = 0; j < n; j += L) {
      FloatVector o = FloatVector.fromArray(LANES, z, oAt + j);
      FloatVector bent = FloatVector.fromArray(LANES, y, yAt + j);
      FloatVector d = flushed(FloatVector.fromArray(LANES, dh.data(), dh.at() + j));
      FloatVector carried = FloatVector.fromArray(LANES, dc.data(), dc.at() + j);
      d.mul(bent).mul(o).mul(one.sub(o)).intoArray(dz.data(), dz.at() + j);
      d.mul(o).mul(one.sub(bent.mul(bent))).add(carried).intoArray(dc.data(), dc.at() + j);
    }
  }

  /// `di`, `df`, `dg` and the adjoint of c.
  private static void throughMemory(
      int n, Trace32 trace, int at, int before, Block32 dc, Block32 dz) {
    float[] z = trace.z();
    float[] dzs = dz.data();
    int to = dz.at();
    FloatVector one = FloatVector.broadcast(LANES, 1);
    for (int j = 0; j < n; j += L) {
      FloatVector i = FloatVector.fromArray(LANES, z, at + j);
      FloatVector f = FloatVector.fromArray(LANES, z, at + n + j);
      FloatVector g = FloatVector.fromArray(LANES, z, at + 3 * n + j);
      FloatVector c = FloatVector.fromArray(LANES, trace.c(), before + j);
      FloatVector d = FloatVector.fromArray(LANES, dc.data(), dc.at() + j);
      d.mul(g).mul(i).mul(one.sub(i)).intoArray(dzs, to + j);
      d.mul(c).mul(f).mul(one.sub(f)).intoArray(dzs, to + n + j);
      d.mul(i).mul(one.sub(g.mul(g))).intoArray(dzs, to + 3 * n + j);
      flushed(d.mul(f)).intoArray(dc.data(), dc.at() + j);
    }
  }
}
