package longrange.linalg.kernels;

import static longrange.linalg.kernels.VectorRnn64.flushed;
import static longrange.linalg.kernels.VectorTiles64.L;
import static longrange.linalg.kernels.VectorTiles64.LANES;

import jdk.incubator.vector.DoubleVector;

/// [RowGru64] in vectors.
record VectorGru64() implements Units64 {
  @Override
  public void forward(Trace64 trace, int t) {
    int n = trace.units();
    double[] z = trace.z();
    double[] y = trace.y();
    for (int row = 0; row < trace.batch(); row++) {
      int gates = trace.gates(t).from(row, 0).at();
      int bent = trace.bent(t).from(row, 0).at();
      int before = trace.read(t).from(row, 0).at();
      int after = trace.read(t + 1).from(row, 0).at();
      VectorExp64.sigmoid(z, gates + n, z, gates + n, 2 * n);
      candidate(n, z, gates, y, bent);
      VectorExp64.tanh(y, bent, y, bent, n);
      mix(n, z, gates + 2 * n, y, bent, trace.a(), before, after);
    }
  }

  /// `x + r ∘ u`.
  private static void candidate(int n, double[] z, int at, double[] y, int yAt) {
    for (int j = 0; j < n; j += L) {
      DoubleVector u = DoubleVector.fromArray(LANES, z, at + j);
      DoubleVector r = DoubleVector.fromArray(LANES, z, at + n + j);
      r.fma(u, DoubleVector.fromArray(LANES, z, at + 3 * n + j)).intoArray(y, yAt + j);
    }
  }

  /// `h' = z ∘ (h - h̃) + h̃`.
  private static void mix(
      int n, double[] z, int zAt, double[] y, int yAt, double[] a, int before, int after) {
    for (int j = 0; j < n; j += L) {
      DoubleVector kept = DoubleVector.fromArray(LANES, z, zAt + j);
      DoubleVector candidate = DoubleVector.fromArray(LANES, y, yAt + j);
      DoubleVector h = DoubleVector.fromArray(LANES, a, before + j);
      kept.fma(h.sub(candidate), candidate).intoArray(a, after + j);
    }
  }

  @Override
  public void backward(Trace64 trace, int t, int rows, Block64 dh, Block64 carried, Block64 dz) {
    int n = trace.units();
    int zStep = trace.rowStep(rows, trace.gateCols());
    int yStep = trace.rowStep(rows, n);
    int aStep = trace.rowStep(rows, trace.readCols());
    for (int row = 0; row < rows; row++) {
      int gates = trace.gates(t).at() + row * zStep;
      int bent = trace.bent(t).at() + row * yStep;
      int before = trace.read(t).at() + row * aStep;
      Block64 dzs = dz.from(row, 0);
      throughMix(n, trace, gates, bent, before, dh.from(row, 0), carried.from(row, 0), dzs);
      throughReset(n, trace, gates, dzs);
    }
  }

  /// The adjoints of z and of the candidate, and what h hands back directly.
  private static void throughMix(
      int n, Trace64 trace, int at, int yAt, int hAt, Block64 dh, Block64 carried, Block64 dz) {
    double[] dzs = dz.data();
    int to = dz.at();
    DoubleVector one = DoubleVector.broadcast(LANES, 1);
    for (int j = 0; j < n; j += L) {
      DoubleVector kept = DoubleVector.fromArray(LANES, trace.z(), at + 2 * n + j);
      DoubleVector y = DoubleVector.fromArray(LANES, trace.y(), yAt + j);
      DoubleVector h = DoubleVector.fromArray(LANES, trace.a(), hAt + j);
      DoubleVector d = flushed(DoubleVector.fromArray(LANES, dh.data(), dh.at() + j));
      DoubleVector open = one.sub(kept);
      d.mul(h.sub(y)).mul(kept).mul(open).intoArray(dzs, to + 2 * n + j);
      d.mul(open).mul(one.sub(y.mul(y))).intoArray(dzs, to + 3 * n + j);
      d.mul(kept).intoArray(carried.data(), carried.at() + j);
    }
  }

  /// From the candidate's adjoint to those of u and r.
  private static void throughReset(int n, Trace64 trace, int at, Block64 dz) {
    double[] dzs = dz.data();
    int to = dz.at();
    DoubleVector one = DoubleVector.broadcast(LANES, 1);
    for (int j = 0; j < n; j += L) {
      DoubleVector u = DoubleVector.fromArray(LANES, trace.z(), at + j);
      DoubleVector r = DoubleVector.fromArray(LANES, trace.z(), at + n + j);
      DoubleVector d = DoubleVector.fromArray(LANES, dzs, to + 3 * n + j);
      d.mul(r).intoArray(dzs, to + j);
      d.mul(u).mul(r).mul(one.sub(r)).intoArray(dzs, to + n + j);
    }
  }
}
