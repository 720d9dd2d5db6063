// Generated from VectorGru64.java. Change that one, then run: java lib/core/src/test/java/longrange/linalg/kernels/SinglePrecision.java
package longrange.linalg.kernels;

import static longrange.linalg.kernels.VectorRnn32.flushed;
import static longrange.linalg.kernels.VectorTiles32.L;
import static longrange.linalg.kernels.VectorTiles32.LANES;

import jdk.incubator.vector.FloatVector;

/// [RowGru32] in vectors.
record VectorGru32() implements Units32 {
  @Override
  public void forward(Trace32 trace, int t) {
    int n = trace.units();
    float[] z = trace.z();
    float[] y = trace.y();
    for (int row = 0; row < trace.batch(); row++) {
      int gates = trace.gates(t).from(row, 0).at();
      int bent = trace.bent(t).from(row, 0).at();
      int before = trace.read(t).from(row, 0).at();
      int after = trace.read(t + 1).from(row, 0).at();
      VectorExp32.sigmoid(z, gates + n, z, gates + n, 2 * n);
      candidate(n, z, gates, y, bent);
      VectorExp32.tanh(y, bent, y, bent, n);
      mix(n, z, gates + 2 * n, y, bent, trace.a(), before, after);
    }
  }

  /// `x + r ∘ u`.
  private static void candidate(int n, float[] z, int at, float[] y, int yAt) {
    for (int j = 0; j < n; j += L) {
      FloatVector u = FloatVector.fromArray(LANES, z, at + j);
      FloatVector r = FloatVector.fromArray(LANES, z, at + n + j);
      r.fma(u, FloatVector.fromArray(LANES, z, at + 3 * n + j)).intoArray(y, yAt + j);
    }
  }

  /// `h' = z ∘ (h - h̃) + h̃`.
  private static void mix(
      int n, float[] z, int zAt, float[] y, int yAt, float[] a, int before, int after) {
    for (int j = 0; j < n; j += L) {
      FloatVector kept = FloatVector.fromArray(LANES, z, zAt + j);
      FloatVector candidate = FloatVector.fromArray(LANES, y, yAt + j);
      FloatVector h = FloatVector.fromArray(LANES, a, before + j);
      kept.fma(h.sub(candidate), candidate).intoArray(a, after + j);
    }
  }

  @Override
  public void backward(Trace32 trace, int t, int rows, Block32 dh, Block32 carried, Block32 dz) {
    int n = trace.units();
    int zStep = trace.rowStep(rows, trace.gateCols());
    int yStep = trace.rowStep(rows, n);
    int aStep = trace.rowStep(rows, trace.readCols());
    for (int row = 0; row < rows; row++) {
      int gates = trace.gates(t).at() + row * zStep;
      int bent = trace.bent(t).at() + row * yStep;
      int before = trace.read(t).at() + row * aStep;
      Block32 dzs = dz.from(row, 0);
      throughMix(n, trace, gates, bent, before, dh.from(row, 0), carried.from(row, 0), dzs);
      throughReset(n, trace, gates, dzs);
    }
  }

  /// The adjoints of z and of the candidate, and what h hands back directly.
  private static void throughMix(
      int n, Trace32 trace, int at, int yAt, int hAt, Block32 dh, Block32 carried, Block32 dz) {
    float[] dzs = dz.data();
    int to = dz.at();
    FloatVector one = FloatVector.broadcast(LANES, 1);
    for (int j = 0; j < n; j += L) {
      FloatVector kept = FloatVector.fromArray(LANES, trace.z(), at + 2 * n + j);
      FloatVector y = FloatVector.fromArray(LANES, trace.y(), yAt + j);
      FloatVector h = FloatVector.fromArray(LANES, trace.a(), hAt + j);
      FloatVector d = flushed(FloatVector.fromArray(LANES, dh.data(), dh.at() + j));
      FloatVector open = one.sub(kept);
      d.mul(h.sub(y)).mul(kept).mul(open).intoArray(dzs, to + 2 * n + j);
      d.mul(open).mul(one.sub(y.mul(y))).intoArray(dzs, to + 3 * n + j);
      d.mul(kept).intoArray(carried.data(), carried.at() + j);
    }
  }

  /// From the candidate's adjoint to those of u and r.
  private static void throughReset(int n, Trace32 trace, int at, Block32 dz) {
    float[] dzs = dz.data();
    int to = dz.at();
    FloatVector one = FloatVector.broadcast(LANES, 1);
    for (int j = 0; j < n; j += L) {
      FloatVector u = FloatVector.fromArray(LANES, trace.z(), at + j);
      FloatVector r = FloatVector.fromArray(LANES, trace.z(), at + n + j);
      FloatVector d = FloatVector.fromArray(LANES, dzs, to + 3 * n + j);
      d.mul(r).intoArray(dzs, to + j);
      d.mul(u).mul(r).mul(one.sub(r)).intoArray(dzs, to + n + j);
    }
  }
}
