package longrange.bench;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The machine's limit for one thread: fused multiplications and additions that wait for nothing,
/// twelve at a time, on registers only. Two operations each.
final class Peak {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Double> D = DoubleVector.SPECIES_PREFERRED;
  private static final int PASSES = 20_000;
  private static final int AT_ONCE = 12;

  private Peak() {}

  /// GFLOP/s in single precision.
  static double single() {
    float[] out = new float[S.length()];
    return Rate.best(2.0 * PASSES * AT_ONCE * S.length(), 1, () -> singles(out));
  }

  /// GFLOP/s in double precision.
  static double doubled() {
    double[] out = new double[D.length()];
    return Rate.best(2.0 * PASSES * AT_ONCE * D.length(), 1, () -> doubles(out));
  }

  private static void singles(float[] out) {
    FloatVector x = FloatVector.broadcast(S, 0.5f);
    FloatVector a = FloatVector.zero(S);
    FloatVector b = a;
    FloatVector c = a;
    FloatVector d = a;
    FloatVector e = a;
    FloatVector f = a;
    FloatVector g = a;
    FloatVector h = a;
    FloatVector i = a;
    FloatVector j = a;
    FloatVector k = a;
    FloatVector l = a;
    for (int n = 0; n < PASSES; n++) {
      a = a.fma(x, x);
      b = b.fma(x, x);
      c = c.fma(x, x);
      d = d.fma(x, x);
      e = e.fma(x, x);
      f = f.fma(x, x);
      g = g.fma(x, x);
      h = h.fma(x, x);
      i = i.fma(x, x);
      j = j.fma(x, x);
      k = k.fma(x, x);
      l = l.fma(x, x);
    }
    a.add(b)
        .add(c)
        .add(d)
        .add(e)
        .add(f)
        .add(g)
        .add(h)
        .add(i)
        .add(j)
        .add(k)
        .add(l)
        .intoArray(out, 0);
  }

  private static void doubles(double[] out) {
    DoubleVector x = DoubleVector.broadcast(D, 0.5);
    DoubleVector a = DoubleVector.zero(D);
    DoubleVector b = a;
    DoubleVector c = a;
    DoubleVector d = a;
    DoubleVector e = a;
    DoubleVector f = a;
    DoubleVector g = a;
    DoubleVector h = a;
    DoubleVector i = a;
    DoubleVector j = a;
    DoubleVector k = a;
    DoubleVector l = a;
    for (int n = 0; n < PASSES; n++) {
      a = a.fma(x, x);
      b = b.fma(x, x);
      c = c.fma(x, x);
      d = d.fma(x, x);
      e = e.fma(x, x);
      f = f.fma(x, x);
      g = g.fma(x, x);
      h = h.fma(x, x);
      i = i.fma(x, x);
      j = j.fma(x, x);
      k = k.fma(x, x);
      l = l.fma(x, x);
    }
    a.add(b)
        .add(c)
        .add(d)
        .add(e)
        .add(f)
        .add(g)
        .add(h)
        .add(i)
        .add(j)
        .add(k)
        .add(l)
        .intoArray(out, 0);
  }
}
