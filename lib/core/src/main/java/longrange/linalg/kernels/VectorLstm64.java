package longrange.linalg.kernels;

import static longrange.linalg.kernels.VectorRnn64.flushed;
import static longrange.linalg.kernels.VectorTiles64.L;
import static longrange.linalg.kernels.VectorTiles64.LANES;

import jdk.incubator.vector.DoubleVector;

/// [RowLstm64] in vectors. Every loop has a short method of its own, because C2 stops to inline in
/// a large one: with all of them in one method, a training step in single precision took 1.1 times
/// as long (B=32, T=100, H=64, one thread of an EPYC with AVX-512).
record VectorLstm64() implements Units64 {
  @Override
  public void forward(Trace64 trace, int t) {
    int n = trace.units();
    double[] z = trace.z();
    for (int row = 0; row < trace.batch(); row++) {
      int gates = trace.gates(t).from(row, 0).at();
      int before = trace.memory(t).from(row, 0).at();
      int after = trace.memory(t + 1).from(row, 0).at();
      int bent = trace.bent(t).from(row, 0).at();
      VectorExp64.sigmoid(z, gates, z, gates, 3 * n);
      VectorExp64.tanh(z, gates + 3 * n, z, gates + 3 * n, n);
      remember(n, z, gates, trace.c(), before, after);
      VectorExp64.tanh(trace.c(), after, trace.y(), bent, n);
      show(n, z, gates + 2 * n, trace.y(), bent, trace.a(), trace.read(t + 1).from(row, 0).at());
    }
  }

  /// `c' = f ∘ c + i ∘ g`.
  private static void remember(int n, double[] z, int at, double[] c, int before, int after) {
    for (int j = 0; j < n; j += L) {
      DoubleVector i = DoubleVector.fromArray(LANES, z, at + j);
      DoubleVector f = DoubleVector.fromArray(LANES, z, at + n + j);
      DoubleVector g = DoubleVector.fromArray(LANES, z, at + 3 * n + j);
      DoubleVector old = DoubleVector.fromArray(LANES, c, before + j);
      f.fma(old, i.mul(g)).intoArray(c, after + j);
    }
  }

  /// `h' = o ∘ tanh(c')`.
  private static void show(int n, double[] o, int oAt, double[] y, int yAt, double[] h, int hAt) {
    for (int j = 0; j < n; j += L) {
      DoubleVector out = DoubleVector.fromArray(LANES, o, oAt + j);
      out.mul(DoubleVector.fromArray(LANES, y, yAt + j)).intoArray(h, hAt + j);
    }
  }

  @Override
  public void backward(Trace64 trace, int t, int rows, Block64 dh, Block64 carried, Block64 dz) {
    int n = trace.units();
    int zStep = trace.rowStep(rows, trace.gateCols());
    int cStep = trace.rowStep(rows, n);
    for (int row = 0; row < rows; row++) {
      int gates = trace.gates(t).at() + row * zStep;
      int bent = trace.bent(t).at() + row * cStep;
      int before = trace.memory(t).at() + row * cStep;
      Block64 dhs = dh.from(row, 0);
      Block64 dcs = carried.from(row, 0);
      Block64 dzs = dz.from(row, 0);
      throughOutput(n, trace, gates + 2 * n, bent, dhs, dcs, dzs.from(0, 2 * n));
      throughMemory(n, trace, gates, before, dcs, dzs);
    }
  }

  /// `do`, and the adjoint of `c'` in the place of what was carried.
  private static void throughOutput(
      int n, Trace64 trace, int oAt, int yAt, Block64 dh, Block64 dc, Block64 dz) {
    double[] z = trace.z();
    double[] y = trace.y();
    DoubleVector one = DoubleVector.broadcast(LANES, 1);
    for (int j = 0; j < n; j += L) {
      DoubleVector o = DoubleVector.fromArray(LANES, z, oAt + j);
      DoubleVector bent = DoubleVector.fromArray(LANES, y, yAt + j);
      DoubleVector d = flushed(DoubleVector.fromArray(LANES, dh.data(), dh.at() + j));
      DoubleVector carried = DoubleVector.fromArray(LANES, dc.data(), dc.at() + j);
      d.mul(bent).mul(o).mul(one.sub(o)).intoArray(dz.data(), dz.at() + j);
      d.mul(o).mul(one.sub(bent.mul(bent))).add(carried).intoArray(dc.data(), dc.at() + j);
    }
  }

  /// `di`, `df`, `dg` and the adjoint of c.
  private static void throughMemory(
      int n, Trace64 trace, int at, int before, Block64 dc, Block64 dz) {
    double[] z = trace.z();
    double[] dzs = dz.data();
    int to = dz.at();
    DoubleVector one = DoubleVector.broadcast(LANES, 1);
    for (int j = 0; j < n; j += L) {
      DoubleVector i = DoubleVector.fromArray(LANES, z, at + j);
      DoubleVector f = DoubleVector.fromArray(LANES, z, at + n + j);
      DoubleVector g = DoubleVector.fromArray(LANES, z, at + 3 * n + j);
      DoubleVector c = DoubleVector.fromArray(LANES, trace.c(), before + j);
      DoubleVector d = DoubleVector.fromArray(LANES, dc.data(), dc.at() + j);
      d.mul(g).mul(i).mul(one.sub(i)).intoArray(dzs, to + j);
      d.mul(c).mul(f).mul(one.sub(f)).intoArray(dzs, to + n + j);
      d.mul(i).mul(one.sub(g.mul(g))).intoArray(dzs, to + 3 * n + j);
      flushed(d.mul(f)).intoArray(dc.data(), dc.at() + j);
    }
  }
}
