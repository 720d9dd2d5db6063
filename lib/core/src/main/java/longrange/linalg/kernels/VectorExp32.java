package longrange.linalg.kernels;

import static longrange.linalg.kernels.VectorTiles32.LANES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/// [Exp32] for a vector of numbers, operation by operation: the two give the same bits.
final class VectorExp32 {
  private VectorExp32() {}

  static FloatVector tanh(FloatVector x) {
    FloatVector w = x.abs();
    w = w.add(w).min(Exp32.TANH_END);
    FloatVector magic = w.fma(of(Exp32.LOG2_E), of(Exp32.MAGIC));
    FloatVector e = minusOne(w, magic, powerOfTwo(magic));
    FloatVector t = e.div(e.add(2));
    IntVector sign = x.reinterpretAsInts().and(Integer.MIN_VALUE);
    return t.reinterpretAsInts().or(sign).reinterpretAsFloats();
  }

  static FloatVector sigmoid(FloatVector x) {
    return of(1).div(within(x.neg().max(Exp32.LEAST).min(Exp32.MOST)).add(1));
  }

  static FloatVector exp(FloatVector x) {
    FloatVector e = within(x.max(Exp32.LEAST).min(Exp32.MOST));
    e = e.blend(0, x.compare(VectorOperators.LT, Exp32.LEAST));
    return e.blend(Float.POSITIVE_INFINITY, x.compare(VectorOperators.GT, Exp32.MOST));
  }

  private static FloatVector within(FloatVector x) {
    FloatVector magic = x.fma(of(Exp32.LOG2_E), of(Exp32.MAGIC));
    FloatVector s = powerOfTwo(magic);
    return s.fma(polynomial(rest(x, magic)), s);
  }

  private static FloatVector minusOne(FloatVector x, FloatVector magic, FloatVector s) {
    return s.fma(polynomial(rest(x, magic)), s.sub(1));
  }

  private static FloatVector powerOfTwo(FloatVector magic) {
    return magic.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
  }

  private static FloatVector rest(FloatVector x, FloatVector magic) {
    FloatVector n = magic.sub(Exp32.MAGIC);
    return n.fma(of(-Exp32.LN2_LOW), n.fma(of(-Exp32.LN2_HIGH), x));
  }

  private static FloatVector polynomial(FloatVector r) {
    FloatVector p = r.fma(of(Exp32.C7), of(Exp32.C6));
    p = p.fma(r, of(Exp32.C5));
    p = p.fma(r, of(Exp32.C4));
    p = p.fma(r, of(Exp32.C3));
    p = p.fma(r, of(Exp32.C2));
    return p.fma(r.mul(r), r);
  }

  private static FloatVector of(float value) {
    return FloatVector.broadcast(LANES, value);
  }
}
