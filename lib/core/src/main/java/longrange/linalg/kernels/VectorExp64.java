package longrange.linalg.kernels;

import static longrange.linalg.kernels.VectorTiles64.LANES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/// [Exp64] for a vector of numbers, operation by operation: the two give the same bits.
final class VectorExp64 {
  private VectorExp64() {}

  static DoubleVector tanh(DoubleVector x) {
    DoubleVector w = x.abs();
    w = w.add(w).min(Exp64.TANH_END);
    DoubleVector magic = w.fma(of(Exp64.LOG2_E), of(Exp64.MAGIC));
    DoubleVector e = minusOne(w, magic, powerOfTwo(magic));
    DoubleVector t = e.div(e.add(2));
    LongVector sign = x.reinterpretAsLongs().and(Long.MIN_VALUE);
    return t.reinterpretAsLongs().or(sign).reinterpretAsDoubles();
  }

  static DoubleVector sigmoid(DoubleVector x) {
    return of(1).div(within(x.neg().max(Exp64.LEAST).min(Exp64.MOST)).add(1));
  }

  static DoubleVector exp(DoubleVector x) {
    DoubleVector e = within(x.max(Exp64.LEAST).min(Exp64.MOST));
    e = e.blend(0, x.compare(VectorOperators.LT, Exp64.LEAST));
    return e.blend(Double.POSITIVE_INFINITY, x.compare(VectorOperators.GT, Exp64.MOST));
  }

  private static DoubleVector within(DoubleVector x) {
    DoubleVector magic = x.fma(of(Exp64.LOG2_E), of(Exp64.MAGIC));
    DoubleVector s = powerOfTwo(magic);
    return s.fma(polynomial(rest(x, magic)), s);
  }

  private static DoubleVector minusOne(DoubleVector x, DoubleVector magic, DoubleVector s) {
    return s.fma(polynomial(rest(x, magic)), s.sub(1));
  }

  private static DoubleVector powerOfTwo(DoubleVector magic) {
    return magic.reinterpretAsLongs().lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
  }

  private static DoubleVector rest(DoubleVector x, DoubleVector magic) {
    DoubleVector n = magic.sub(Exp64.MAGIC);
    return n.fma(of(-Exp64.LN2_LOW), n.fma(of(-Exp64.LN2_HIGH), x));
  }

  private static DoubleVector polynomial(DoubleVector r) {
    DoubleVector r2 = r.mul(r);
    DoubleVector odd = r2.fma(of(Exp64.C13), of(Exp64.C11));
    DoubleVector even = r2.fma(of(Exp64.C12), of(Exp64.C10));
    odd = odd.fma(r2, of(Exp64.C9));
    even = even.fma(r2, of(Exp64.C8));
    odd = odd.fma(r2, of(Exp64.C7));
    even = even.fma(r2, of(Exp64.C6));
    odd = odd.fma(r2, of(Exp64.C5));
    even = even.fma(r2, of(Exp64.C4));
    odd = odd.fma(r2, of(Exp64.C3));
    even = even.fma(r2, of(Exp64.C2));
    return odd.fma(r, even).fma(r2, r);
  }

  private static DoubleVector of(double value) {
    return DoubleVector.broadcast(LANES, value);
  }
}
